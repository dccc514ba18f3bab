package org.connectchat.control;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list that creates each element when it is read. A response is written element by element, so the views of a page of
 * large bodies are never in memory together.
 */
public final class ViewedList<S, T> extends AbstractList<T> implements RandomAccess {

    private final List<S> source;
    private final Function<S, T> view;

    public ViewedList(List<S> source, Function<S, T> view) {
        this.source = source;
        this.view = view;
    }

    @Override
    public T get(int index) {
        return view.apply(source.get(index));
    }

    @Override
    public int size() {
        return source.size();
    }
}
