using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace AlphaKit.Architecture.Tests.Surface;

/// <summary>
/// The public and protected surface of an assembly as text: one line per member, ordinal order, so that a change of the surface is a change
/// of lines. What the compiler adds to records is left out.
/// </summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static string Of(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (Type type in assembly.GetTypes().Where(t => Seen(t) && !Repository.IsGenerated(t)).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (string member in Members(type).Order(StringComparer.Ordinal)) text.Append("  ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static bool Seen(Type type) => type.IsVisible || (type.IsNestedFamily && type.DeclaringType!.IsVisible);

    private static string Header(Type type)
    {
        string kind = type.IsEnum ? "enum" : type.IsInterface ? "interface"
            : type.IsValueType ? (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (Repository.IsRecord(type) ? "record struct" : "struct")
            : type.BaseType == typeof(MulticastDelegate) ? "delegate"
            : (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (Repository.IsRecord(type) ? "record" : "class");
        List<string> bases = [];
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) && parent != typeof(MulticastDelegate)) bases.Add(TypeNames.Of(parent));
        if (!type.IsEnum) bases.AddRange(type.GetInterfaces().Where(i => i.IsVisible && i != typeof(System.Runtime.Serialization.ISerializable)).Select(TypeNames.Of).Order(StringComparer.Ordinal));
        return $"{kind} {TypeNames.Of(type)}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}{Constraints(type.IsGenericType ? type.GetGenericArguments() : [])}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            foreach (FieldInfo value in type.GetFields(BindingFlags.Public | BindingFlags.Static)) yield return $"{value.Name} = {Convert.ToInt64(value.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture)}";
            yield break;
        }

        NullabilityInfoContext nullability = new();
        foreach (FieldInfo field in type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly))
        {
            string how = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
            yield return $"{Access(field.IsPublic)}{how}{TypeNames.Of(field.FieldType, nullability.Create(field))} {field.Name}{(field.IsLiteral ? " = " + TypeNames.Literal(field.GetRawConstantValue(), field.FieldType) : "")}";
        }

        foreach (ConstructorInfo constructor in type.GetConstructors(Declared).Where(c => !c.IsStatic && Open(c) && !Added(c)))
            yield return $"{Access(constructor.IsPublic)}new({Parameters(constructor, nullability)})";
        foreach (PropertyInfo property in type.GetProperties(Declared))
        {
            if (Property(property, nullability) is { } line) yield return line;
        }

        foreach (EventInfo handler in type.GetEvents(Declared).Where(e => e.AddMethod is { } add && Open(add))) yield return $"event {TypeNames.Of(handler.EventHandlerType!)} {handler.Name}";
        foreach (MethodInfo method in type.GetMethods(Declared).Where(m => Open(m) && !Added(m)))
        {
            if (method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal)) continue;
            string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
            string back = TypeNames.Of(method.ReturnType, nullability.Create(method.ReturnParameter));
            yield return $"{Access(method.IsPublic)}{Modifiers(method)}{back} {method.Name}{generic}({Parameters(method, nullability)}){Constraints(method.IsGenericMethod ? method.GetGenericArguments() : [])}";
        }
    }

    private static string? Property(PropertyInfo property, NullabilityInfoContext nullability)
    {
        MethodInfo? get = property.GetMethod is { } g && Open(g) ? g : null;
        MethodInfo? set = property.SetMethod is { } s && Open(s) ? s : null;
        if ((get ?? set) is not { } accessor || property.Name == "EqualityContract") return null;
        string index = property.GetIndexParameters().Length > 0 ? $"[{Parameters(get ?? set!, nullability, property.GetIndexParameters().Length)}]" : "";
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        string setter = set is null ? "" : IsInit(set) ? " init;" : " set;";
        return $"{Access(accessor.IsPublic)}{required}{Modifiers(accessor)}{TypeNames.Of(property.PropertyType, nullability.Create(property))} {property.Name}{index} {{{(get is null ? "" : " get;")}{setter} }}";
    }

    private static string Parameters(MethodBase method, NullabilityInfoContext nullability, int count = int.MaxValue) =>
        string.Join(", ", method.GetParameters().Take(count).Select((p, i) =>
        {
            string way = p.IsOut ? "out " : p.ParameterType.IsByRef ? (p.IsIn ? "in " : "ref ")
                : p.IsDefined(typeof(ParamArrayAttribute)) || p.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
                : i == 0 && method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
            string fallback = p.HasDefaultValue ? " = " + TypeNames.Literal(p.RawDefaultValue, p.ParameterType) : "";
            return $"{way}{TypeNames.Of(p.ParameterType, nullability.Create(p))} {p.Name}{fallback}";
        }));

    private static string Constraints(IEnumerable<Type> parameters)
    {
        StringBuilder text = new();
        foreach (Type parameter in parameters)
        {
            List<string> all = [];
            GenericParameterAttributes flags = parameter.GenericParameterAttributes;
            if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) all.Add("class");
            if (flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint)) all.Add("struct");
            all.AddRange(parameter.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(TypeNames.Of).Order(StringComparer.Ordinal));
            if (all.Count > 0) text.Append(" where ").Append(parameter.Name).Append(" : ").AppendJoin(", ", all);
        }

        return text.ToString();
    }

    private static string Access(bool isPublic) => isPublic ? "" : "protected ";

    private static string Modifiers(MethodBase method) => method.IsStatic ? (method.IsAbstract ? "static abstract " : "static ")
        : method.DeclaringType!.IsInterface ? (method.IsAbstract ? "" : "virtual ")
        : method.IsAbstract ? "abstract "
        : method is MethodInfo m && m.GetBaseDefinition().DeclaringType != m.DeclaringType ? (m.IsFinal ? "sealed override " : "override ")
        : method.IsVirtual && !method.IsFinal ? "virtual " : "";

    private static bool Open(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool Added(MethodBase method) => method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.Name == "<Clone>$";

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
