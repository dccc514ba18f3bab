package org.connectchat.flow.action.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.lifecycle.PersistentChats;
import org.connectchat.flow.action.ActionFlow;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.language.Problem;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows what the API takes of the types of this package, and what it refuses. */
class ContactShapesTest {

    private static final FlowFixture BEANS = ContactChat.chat();
    private static final List<ActionType> TYPES =
            ContactActions.all(BEANS.bean(Contacts.class), BEANS.bean(PersistentChats.class));

    private static List<Problem> problems(String type, String parameters, String errors) {
        return ActionFlow.problems(TYPES, type, parameters, errors == null ? List.of() : List.of(errors.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UpdateContactAttributes|{'Attributes': {'a': '$.External.b'}, 'TargetContact': 'Related'}|NoMatchingError",
                "UpdateContactData|{'Name': '$.Attributes.name', 'LanguageCode': 'en-US'}|NoMatchingError",
                "TagContact|{'Tags': {'a': '1'}}|NoMatchingError",
                "UntagContact|{'TagKeys': ['a']}|NoMatchingError",
                "UpdateContactEventHooks|{'EventHooks': {'CustomerQueue': 'a-flow'}}|NoMatchingError",
                "UpdateContactRecordingBehavior|{'RecordingBehavior': {'RecordedParticipants': []}}|",
                "UpdateContactRecordingAndAnalyticsBehavior|{'ChatBehavior': {}}|NoMatchingError ChannelMismatch InFlightRedactionConfigurationFailed",
                "UpdateContactRecordingAndAnalyticsBehavior|{'VoiceBehavior': {}}|NoMatchingError ChannelMismatch",
                "UpdateContactMediaProcessing|{'ChatProcessor': {}}|NoMatchingError ChannelMismatch",
                "UpdateContactTextToSpeechVoice|{'TextToSpeechVoice': 'Joanna'}|",
                "CreatePersistentContactAssociation|{'RehydrationType': 'FROM_SEGMENT', 'SourceContactId': '$.Attributes.a'}|NoMatchingError",
                "ResumeContact|{}|NoMatchingError"
            })
    @Rule("F83")
    void whatTheApiTakesHasNoProblem(String type, String parameters, String errors) {
        assertThat(problems(type, parameters, errors)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UpdateContactAttributes|{'Attributes': {'a': '1'}, 'TargetContact': 'Next'}|NoMatchingError|Invalid Action property value. Path: Actions[0].Parameters.TargetContact",
                "UpdateContactAttributes|{}|NoMatchingError|Action is missing required property. Path: Actions[0].Parameters.Attributes",
                "UpdateContactData|{'Name': 'a', 'References': {}}|NoMatchingError|Invalid Action property name. Path: Actions[0].Parameters.References",
                "TagContact|{'Tags': {'a': '1'}}||Action is missing required error. Error: NoMatchingError, Path: Actions[0]",
                "UpdateContactEventHooks|{'EventHooks': {'CustomerQueue': 'a'}, 'EventHooksConfiguration': {}}|NoMatchingError|Invalid Action property name. Path: Actions[0].Parameters.EventHooksConfiguration",
                "UpdateContactRecordingBehavior|{'RecordingBehavior': {}}|NoMatchingError|Invalid Action error. Error: NoMatchingError, Path: Actions[0]",
                "UpdateContactRecordingAndAnalyticsBehavior|{'ChatBehavior': {}}|NoMatchingError ChannelMismatch|Action is missing required error. Error: InFlightRedactionConfigurationFailed, Path: Actions[0]",
                "CreatePersistentContactAssociation|{'RehydrationType': 'ALL', 'SourceContactId': 'a'}|NoMatchingError|Invalid Action property value. Path: Actions[0].Parameters.RehydrationType"
            })
    @Rule("F83")
    void whatTheApiRefusesIsAProblem(String type, String parameters, String errors, String problem) {
        assertThat(problems(type, parameters, errors))
                .extracting(Problem::message)
                .containsExactly(problem);
    }
}
