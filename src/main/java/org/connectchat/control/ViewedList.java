package org.connectchat.control;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list whose elements are made when they are read, as a response is written element by element: the views of a page of
 * large bodies are not in memory together.
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
