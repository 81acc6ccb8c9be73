package dev.callsheet.render.html;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import ognl.ObjectPropertyAccessor;
import ognl.OgnlException;
import ognl.OgnlRuntime;

/**
 * Lets templates read the components of records. OGNL finds them by itself too, but searches all methods of the class
 * at every use, which took a quarter of the time of a page.
 */
final class RecordProperties extends ObjectPropertyAccessor {

    private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> accessors = new HashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                accessors.put(component.getName(), component.getAccessor());
            }
            return accessors;
        }
    };

    private RecordProperties() {}

    /** OGNL keeps its accessors for the whole process; installing this one again changes nothing. */
    static void install() {
        OgnlRuntime.setPropertyAccessor(Record.class, new RecordProperties());
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is OGNL's
    public Object getProperty(Map context, Object record, Object name) throws OgnlException {
        Method accessor = COMPONENTS.get(record.getClass()).get(String.valueOf(name));
        if (accessor == null) {
            return super.getProperty(context, record, name); // says that there is no such property
        }
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new OgnlException("cannot read " + name, e);
        }
    }
}
