package org.connectchat.fuzz;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.connectchat.fuzz.Wire.Response;
import org.connectchat.restjson.place.NormalPath;
import org.connectchat.restjson.place.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a response is one that the contract allows. */
final class Verdict {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern JAVA = Pattern.compile(
            "(?<![\\w./-])(java|javax|jakarta|sun|jdk|org\\.(spring|apache|connectchat|slf4j|hibernate)|com\\.fasterxml|tools\\.jackson)"
                    + "[\\w.]*\\.[A-Z]\\w+"
                    + "|\\b(IllegalArgument|IllegalState|NullPointer|ClassCast|NumberFormat|DateTimeParse|IO|EOF|Runtime|Servlet"
                    + "|HttpMessageNotReadable|MethodArgument\\w*|Bind|Jackson|Json\\w*|Mismatched\\w*|Invalid(Format|Mime|Media)\\w*"
                    + "|ClientAbort|NoResourceFound)Exception"
                    + "|\\.java:\\d+|Caused by:|\\w+\\$\\w+@[0-9a-f]{4,}");

    private Verdict() {}

    /** What is wrong, or null. */
    static String on(Shot shot, Response response) {
        int status = response.status();
        if (status >= 500 && !"NotImplementedException".equals(response.header("x-amzn-ErrorType"))) {
            return "a 5xx";
        }
        if (!UUID.matcher(response.header("x-amzn-RequestId")).matches() && status != 101) {
            return "no request id";
        }
        if (status < 400) {
            return null;
        }
        Matcher java = JAVA.matcher(response.body());
        if (java.find()) {
            return "the Java name " + java.group();
        }
        return isUri(shot.path()) && !"HEAD".equals(shot.method()) ? form(shot, response) : null;
    }

    /** Of a request line that is none the server does not know the place. */
    private static boolean isUri(String target) {
        return target != null && target.chars().allMatch(c -> c > ' ' && c < 0x7F && "\"#<>[]\\^`{|}".indexOf(c) < 0);
    }

    private static String form(Shot shot, Response response) {
        int end = shot.path().indexOf('?');
        Place place = Place.of(NormalPath.of(end < 0 ? shot.path() : shot.path().substring(0, end)));
        String type = response.header("Content-Type");
        return switch (place) {
            case CONTROL ->
                type.equals("application/problem+json") && has(response, "/detail") ? null : "no problem detail";
            case TRANSFER -> type.equals("application/xml") ? null : "no XML";
            case PARTICIPANT -> isAwsError(response, "/message") ? null : "no AWS error";
            case CONNECT, ACTUATOR ->
                isAwsError(response, "/Message") || has(response, "/data/Error/message") ? null : "no AWS error";
        };
    }

    private static boolean isAwsError(Response response, String message) {
        return response.header("Content-Type").equals("application/json")
                && response.header("x-amzn-ErrorType").matches("[A-Z][A-Za-z]+Exception")
                && has(response, message);
    }

    private static boolean has(Response response, String pointer) {
        try {
            JsonNode text = JsonMapper.shared().readTree(response.body()).at(pointer);
            return text.isString() && !text.asString().isBlank();
        } catch (JacksonException e) {
            return false;
        }
    }
}
