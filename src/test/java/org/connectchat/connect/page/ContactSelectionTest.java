package org.connectchat.connect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.connectchat.chat.ChatFixture;
import org.connectchat.chat.contact.Contact;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows that pages have each contact once, in their order, however many contacts there are. */
class ContactSelectionTest {

    private static final ChatFixture FIXTURE = ChatFixture.withDefaults();

    private final Contact any = FIXTURE.contact(FIXTURE.started());

    private ContactSelection page(List<Contact> shown, PagePosition after, int size) {
        ContactSelection page = new ContactSelection(
                contact -> !contact.attributes().containsKey("unwanted"),
                contact -> Long.parseLong(contact.attributes().getOrDefault("rank", "0")),
                after,
                size);
        shown.forEach(page);
        return page;
    }

    /** A contact of the same id as all others has another rank. */
    private Contact ranked(int rank) {
        return any.withAttributes(Map.of("rank", String.valueOf(rank)), ChatFixture.START);
    }

    private List<String> ranks(ContactSelection page) {
        return page.contacts().stream()
                .map(contact -> contact.attributes().get("rank"))
                .toList();
    }

    @Test
    @Rule({"U6", "U9"})
    void thePagesOfAHundredThousandContactsHoldEachOnce() {
        List<Contact> shuffled = new ArrayList<>(
                IntStream.range(0, 100_000).mapToObj(this::ranked).toList());
        Collections.shuffle(shuffled, new Random(7));

        ContactSelection first = page(shuffled, null, 100);
        ContactSelection second = page(shuffled, first.next(), 100);

        assertThat(ranks(first))
                .isEqualTo(IntStream.range(0, 100).mapToObj(String::valueOf).toList());
        assertThat(ranks(second))
                .isEqualTo(IntStream.range(100, 200).mapToObj(String::valueOf).toList());
        assertThat(second.total()).isEqualTo(100_000);
    }

    @Test
    @Rule({"U6", "U9"})
    void theLastPageHasNoNextPosition() {
        List<Contact> three = List.of(ranked(3), ranked(1), ranked(2));

        assertThat(page(three, null, 3).next()).isNull();
        PagePosition second = page(three, null, 2).next();
        assertThat(second).isEqualTo(new PagePosition(2, any.id()));
        assertThat(ranks(page(three, second, 2))).containsExactly("3");
        assertThat(page(three, second, 2).next()).isNull();
        assertThat(page(three, new PagePosition(9, ""), 2).contacts()).isEmpty();
    }

    @Test
    @Rule({"U6", "U9"})
    void contactsThatAreNotWantedAreNotCounted() {
        Contact unwanted = any.withAttributes(Map.of("unwanted", ""), ChatFixture.START);

        ContactSelection page = page(List.of(unwanted, ranked(1), unwanted), null, 1);

        assertThat(page.total()).isEqualTo(1);
        assertThat(page.next()).isNull();
    }

    @Test
    @Rule({"U6", "U9"})
    void contactsThatComeBetweenTwoPagesMoveNoOther() {
        List<Contact> before = List.of(ranked(10), ranked(20), ranked(30));
        PagePosition next = page(before, null, 2).next();

        List<Contact> after = List.of(ranked(5), ranked(10), ranked(15), ranked(20), ranked(30));

        assertThat(ranks(page(after, next, 2))).containsExactly("30");
    }
}
