package org.connectchat.restjson.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.connectchat.ConnectChatEmulator;
import org.connectchat.testkit.Emulator;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;
import tools.jackson.core.sym.CharsToNameCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/** The tables of member names of every JSON mapper in the emulator: in static fields, in beans, and beans themselves. */
final class SymbolTables {

    private final Set<JsonMapper> mappers = Collections.newSetFromMap(new IdentityHashMap<>());

    private SymbolTables() {}

    static SymbolTables of(Emulator emulator) {
        SymbolTables tables = new SymbolTables();
        tables.mappers.addAll(emulator.beans(JsonMapper.class));
        List<Object> beans = emulator.beans(Object.class);
        for (Field field : fields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                tables.add(field, null);
            } else {
                beans.stream().filter(field.getDeclaringClass()::isInstance).forEach(bean -> tables.add(field, bean));
            }
        }
        return tables;
    }

    private void add(Field field, Object owner) {
        mappers.add((JsonMapper) ReflectionTestUtils.getField(owner, field.getDeclaringClass(), field.getName()));
    }

    /** The fields of the emulator's classes that hold a mapper. */
    private static List<Field> fields() {
        Path classes = Path.of(URI.create(ConnectChatEmulator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        List<Field> fields = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.replace('/', '.').substring(0, file.length() - ".class".length()))
                    .flatMap(name -> Arrays.stream(load(name).getDeclaredFields()))
                    .filter(field -> field.getType() == JsonMapper.class)
                    .forEach(fields::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, SymbolTables.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The number of names that all mappers keep. */
    int size() {
        return mappers.stream().mapToInt(SymbolTables::size).sum();
    }

    /** The number of names that one mapper keeps. */
    static int size(JsonMapper mapper) {
        Object factory = mapper.tokenStreamFactory();
        CharsToNameCanonicalizer ofTexts =
                (CharsToNameCanonicalizer) ReflectionTestUtils.getField(factory, "_rootCharSymbols");
        ByteQuadsCanonicalizer ofBytes =
                (ByteQuadsCanonicalizer) ReflectionTestUtils.getField(factory, "_byteSymbolCanonicalizer");
        return ofTexts.size() + ofBytes.size();
    }
}
