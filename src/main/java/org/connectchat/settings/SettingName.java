package org.connectchat.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** Spells names of settings as the README does: {@code emulator.account-id}, {@code emulator.instances[0].id}. */
final class SettingName {

    private static final Pattern KEY = Pattern.compile("\\[([^\\[\\]]*[^0-9\\[\\]][^\\[\\]]*)]");
    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z0-9])([A-Z])");

    private SettingName() {}

    static String of(ConfigurationPropertyName name) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, name.getNumberOfElements()).forEach(i -> {
            String element = name.getElement(i, Form.ORIGINAL);
            boolean number = name.isNumericIndex(i);
            text.append(number ? "[" + element + "]" : (i == 0 ? "" : ".") + element);
        });
        return text.toString();
    }

    /** Of a path as Java spells it: members in camel case, keys of maps in brackets. */
    static String of(String path) {
        StringBuilder dashed = new StringBuilder();
        Matcher key = KEY.matcher(path);
        int from = 0;
        while (key.find()) {
            dashed.append(dashed(path.substring(from, key.start()))).append('.').append(key.group(1));
            from = key.end();
        }
        return dashed.append(dashed(path.substring(from))).toString();
    }

    private static String dashed(String members) {
        return INNER_CAPITAL
                .matcher(members)
                .replaceAll(capital -> "-" + capital.group(1).toLowerCase(Locale.ROOT));
    }
}
