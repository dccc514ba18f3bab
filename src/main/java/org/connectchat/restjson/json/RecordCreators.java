package org.connectchat.restjson.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleModule;

/**
 * Calls the constructors of records by handles that take all arguments as one array. Jackson adapts a handle to the number of
 * its arguments anew for each object that it reads, which costs more than the reading of a small object.
 */
final class RecordCreators {

    private static final MethodType FROM_ARRAY = MethodType.methodType(Object.class, Object[].class);

    private RecordCreators() {}

    static JacksonModule module() {
        return new SimpleModule() {

            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                context.addValueInstantiators(new OfRecords());
            }
        };
    }

    private static final class OfRecords extends ValueInstantiators.Base {

        @Override
        public ValueInstantiator modifyValueInstantiator(
                DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator usual) {
            return usual instanceof StdValueInstantiator standard
                            && type.getBeanClass().isRecord()
                            && usual.getWithArgsCreator() != null
                            && usual.getWithArgsCreator().getAnnotated() instanceof Constructor<?> constructor
                    ? new ByHandle(standard, handle(constructor))
                    : usual;
        }
    }

    private static MethodHandle handle(Constructor<?> constructor) {
        constructor.setAccessible(true);
        try {
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, constructor.getParameterCount())
                    .asType(FROM_ARRAY);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The constructor is accessible", e);
        }
    }

    private static final class ByHandle extends StdValueInstantiator {

        private static final long serialVersionUID = 1L;

        private final transient MethodHandle constructor;

        ByHandle(StdValueInstantiator usual, MethodHandle constructor) {
            super(usual);
            this.constructor = constructor;
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
            try {
                return (Object) constructor.invokeExact(arguments);
            } catch (Error e) {
                throw e;
            } catch (Throwable e) {
                return context.handleInstantiationProblem(getValueClass(), arguments, rewrapCtorProblem(context, e));
            }
        }
    }
}
