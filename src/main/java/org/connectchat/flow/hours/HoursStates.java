package org.connectchat.flow.hours;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.connectchat.flow.state.SavedHours;
import org.connectchat.flow.state.StatePath;

/** Hours of operation, as a document of state has them. */
public final class HoursStates {

    private HoursStates() {}

    /** Saves hours. */
    public static SavedHours save(Hours hours) {
        return new SavedHours(
                hours.id(),
                hours.name(),
                hours.zone().getId(),
                save(hours.config()),
                hours.overrides().stream()
                        .map(override -> new SavedHours.Override(
                                override.name(),
                                override.from().toString(),
                                override.till().toString(),
                                save(override.config())))
                        .toList());
    }

    private static List<SavedHours.Open> save(List<OpenHours> config) {
        return config.stream()
                .map(open -> new SavedHours.Open(
                        open.day(), open.start().toString(), open.end().toString()))
                .toList();
    }

    /** The hours that were saved. */
    public static Hours read(SavedHours saved, StatePath path) {
        StatePath overrides = path.member("overrides");
        List<HoursOverride> read = new ArrayList<>();
        for (SavedHours.Override override : saved.overrides()) {
            StatePath at = overrides.index(read.size());
            LocalDate from = parsed(LocalDate::parse, override.from(), "is no date", at.member("from"));
            LocalDate till = parsed(LocalDate::parse, override.till(), "is no date", at.member("till"));
            read.add(new HoursOverride(override.name(), from, till, config(override.config(), at.member("config"))));
        }
        return new Hours(
                saved.id(),
                saved.name(),
                parsed(ZoneId::of, saved.zone(), "is no time zone", path.member("zone")),
                config(saved.config(), path.member("config")),
                read);
    }

    private static List<OpenHours> config(List<SavedHours.Open> saved, StatePath path) {
        List<OpenHours> config = new ArrayList<>();
        for (SavedHours.Open open : saved) {
            StatePath at = path.index(config.size());
            LocalTime start = parsed(LocalTime::parse, open.start(), "is no time", at.member("start"));
            LocalTime end = parsed(LocalTime::parse, open.end(), "is no time", at.member("end"));
            config.add(new OpenHours(open.day(), start, end));
        }
        return config;
    }

    private static <T> T parsed(Function<String, T> parse, String text, String problem, StatePath path) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw path.wrong(problem);
        }
    }
}
