package org.smppra.ra.inbound;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;
import org.smppra.ReceivedMessage;
import org.smppra.ShortMessageListener;
import org.smppra.SubmitResult;
import org.smppra.SubmitResultListener;

/** The listener types that an endpoint can have, and the call that each means. */
enum Listener {
    DELIVERY_RECEIPT(DeliveryReceiptListener.class, "onDeliveryReceipt", DeliveryReceipt.class) {
        @Override
        void call(Object endpoint, Object value) {
            ((DeliveryReceiptListener) endpoint).onDeliveryReceipt((DeliveryReceipt) value);
        }
    },
    SHORT_MESSAGE(ShortMessageListener.class, "onShortMessage", ReceivedMessage.class) {
        @Override
        void call(Object endpoint, Object value) {
            ((ShortMessageListener) endpoint).onShortMessage((ReceivedMessage) value);
        }
    },
    SUBMIT_RESULT(SubmitResultListener.class, "onSubmitResult", SubmitResult.class) {
        @Override
        void call(Object endpoint, Object value) {
            ((SubmitResultListener) endpoint).onSubmitResult((SubmitResult) value);
        }
    };

    private final Class<?> type;
    private final Class<?> value;
    private final Method method;

    Listener(Class<?> type, String method, Class<?> value) {
        this.type = type;
        this.value = value;
        try {
            this.method = type.getMethod(method, value);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    abstract void call(Object endpoint, Object value);

    /** The method that beforeDelivery is told of. */
    Method method() {
        return method;
    }

    boolean takes(Delivered delivered) {
        return value.isInstance(delivered);
    }

    /** Whether it listens to what the SMSC delivers, not to results; false of a class that implements none. */
    static boolean isOfDeliveries(Class<?> endpointClass) {
        return Arrays.stream(values())
                .filter(listener -> listener.type.isAssignableFrom(endpointClass))
                .findFirst()
                .filter(listener -> listener != SUBMIT_RESULT)
                .isPresent();
    }

    /** @throws IllegalArgumentException if the class implements none of the listener types */
    static Listener of(Class<?> endpointClass) {
        for (Listener listener : values()) {
            if (listener.type.isAssignableFrom(endpointClass)) {
                return listener;
            }
        }
        throw new IllegalArgumentException(endpointClass.getName() + " implements none of "
                + Arrays.stream(values()).map(each -> each.type.getName()).collect(Collectors.joining(", ")));
    }
}
