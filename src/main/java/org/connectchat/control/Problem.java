package org.connectchat.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Spring's problem detail with the wrong fields. The type is always {@code about:blank}: the status says enough. */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
public final class Problem extends ProblemDetail {

    private static final long serialVersionUID = 1L;
    private static final URI NO_TYPE = URI.create("about:blank");

    private final transient List<FieldProblem> errors;

    public Problem(HttpStatusCode status, String detail, List<FieldProblem> errors) {
        super(status.value());
        setType(NO_TYPE);
        setDetail(detail);
        this.errors = List.copyOf(errors);
    }

    /** The wrong fields; empty if the problem is not one of a field. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public List<FieldProblem> getErrors() {
        return errors;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof Problem problem && errors.equals(problem.errors);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + errors.hashCode();
    }
}
