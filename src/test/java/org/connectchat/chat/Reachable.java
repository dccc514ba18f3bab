package org.connectchat.chat;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Follows references as a garbage collector does, through the emulator's own objects and the JDK's collections. */
public final class Reachable {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> waiting = new ArrayDeque<>();

    private Reachable() {}

    /** Everything of a type that these objects lead to. */
    public static <T> List<T> from(Collection<?> roots, Class<T> type) {
        Reachable reachable = new Reachable();
        roots.forEach(reachable::found);
        while (!reachable.waiting.isEmpty()) {
            reachable.follow(reachable.waiting.remove());
        }
        return reachable.seen.stream()
                .filter(type::isInstance)
                .<T>map(type::cast)
                .toList();
    }

    private void found(Object object) {
        if (object != null && seen.add(object)) {
            waiting.add(object);
        }
    }

    private void follow(Object object) {
        if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                found(key);
                found(value);
            });
        } else if (object instanceof Collection<?> collection) {
            collection.forEach(this::found);
        } else if (object instanceof AtomicReference<?> reference) {
            found(reference.get());
        } else if (object instanceof Object[] array) {
            for (int i = 0; i < array.length; i++) {
                found(Array.get(array, i));
            }
        } else if (object.getClass().getName().startsWith("org.connectchat.")) {
            followFields(object);
        }
    }

    private void followFields(Object object) {
        for (Class<?> type = object.getClass();
                type.getName().startsWith("org.connectchat.");
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    found(value(field, object));
                }
            }
        }
    }

    private static Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
