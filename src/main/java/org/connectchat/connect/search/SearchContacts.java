package org.connectchat.connect.search;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.List;
import java.util.function.ToLongFunction;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.connect.ContactRoutes;
import org.connectchat.connect.ResourceId;
import org.connectchat.connect.page.ContactSelection;
import org.connectchat.connect.page.PagePosition;
import org.connectchat.connect.page.PageTokens;
import org.connectchat.connect.search.SearchContactsRequest.Sort;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds contacts of an instance, the newest first unless Sort says otherwise: {@code POST /search-contacts} (rule U9). A
 * call looks at every contact once and holds those of one page, however many there are.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_SearchContacts.html">SearchContacts</a>
 */
@Component
final class SearchContacts extends RequestOperation<SearchContactsRequest> {

    record Response(List<FoundContact> contacts, @Nullable String nextToken, long totalCount) {}

    private final Contacts contacts;
    private final Catalogue catalogue;
    private final AccountSettings account;
    private final PageTokens tokens = new PageTokens();

    SearchContacts(Contacts contacts, Catalogue catalogue, AccountSettings account) {
        this.contacts = contacts;
        this.catalogue = catalogue;
        this.account = account;
    }

    @Override
    public Route route() {
        return ContactRoutes.SEARCH_CONTACTS;
    }

    @Override
    protected SearchContactsRequest read(Call call) {
        return call.body(SearchContactsRequest.class);
    }

    @Override
    protected Violations check(SearchContactsRequest request) {
        Violations violations = SearchContactsValidator.validate(request);
        String token = request.nextToken();
        if (token != null && !token.isEmpty() && tokens.position(request.question(), token) == null) {
            violations.value("NextToken", "is not one that an earlier call for the same search returned");
        }
        return violations;
    }

    @Override
    protected Target target(SearchContactsRequest request) {
        return new Target(ResourceId.of(requireNonNull(request.instanceId())), null);
    }

    @Override
    protected Response execute(SearchContactsRequest request, Call call) {
        catalogue.requireInstance(ResourceId.of(requireNonNull(request.instanceId())));
        String token = request.nextToken();
        BigInteger size = request.maxResults();
        ContactSelection page = new ContactSelection(
                ContactFilter.of(request),
                order(request.sort()),
                token == null ? null : tokens.position(request.question(), token),
                size == null ? SearchContactsValidator.MAX_RESULTS : size.intValueExact());
        contacts.forEach(page);
        PagePosition next = page.next();
        return new Response(
                page.contacts().stream()
                        .map(contact -> FoundContact.of(contact, account))
                        .toList(),
                next == null ? null : tokens.text(request.question(), next),
                page.total());
    }

    private static ToLongFunction<Contact> order(@Nullable Sort sort) {
        return sort == null
                ? SortField.INITIATION_TIMESTAMP.order(true)
                : SortField.valueOf(requireNonNull(sort.fieldName()))
                        .order(SearchContactsValidator.DESCENDING.equals(sort.order()));
    }
}
