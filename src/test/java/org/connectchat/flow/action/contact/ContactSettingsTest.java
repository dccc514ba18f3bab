package org.connectchat.flow.action.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.action.contact.ContactChat.assertFailed;
import static org.connectchat.flow.action.contact.ContactChat.assertSucceeded;
import static org.connectchat.flow.action.contact.ContactChat.ran;

import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows the types that have no effect on a chat. */
class ContactSettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UpdateContactRecordingBehavior|{'RecordingBehavior': {'RecordedParticipants': ['Agent']}}",
                "UpdateContactRecordingAndAnalyticsBehavior|{'ChatBehavior': {}}",
                "UpdateContactRecordingAndAnalyticsBehavior|{'ScreenRecordingBehavior': {}}",
                "UpdateContactMediaProcessing|{'ChatProcessor': {}}",
                "UpdateContactTextToSpeechVoice|{'TextToSpeechVoice': 'Joanna'}"
            })
    @Rule("F96")
    void settingsOfRecordingsAndVoicesSucceed(String type, String parameters) {
        assertSucceeded(ran(type, parameters));
    }

    @Test
    @Rule("F96")
    void theBehaviorOfCallsIsAMismatchOfTheChannel() {
        FlowLogEntry entry = ran("UpdateContactRecordingAndAnalyticsBehavior", "{'VoiceBehavior': {}}")
                .log()
                .get(0);

        assertThat(entry.outcome()).isEqualTo("ChannelMismatch");
        assertThat(entry.reason()).contains("this contact is a chat");
    }

    @Test
    @Rule("F96")
    void aChatIsNeverPausedSoItCannotBeResumed() {
        assertFailed(ran("ResumeContact", "{}"), "never paused");
        assertFailed(ran("UpdateContactRecordingAndAnalyticsBehavior", "{}"), "is set");
    }
}
