using System.Globalization;
using System.Reflection;

namespace AlphaKit.Architecture.Tests.Surface;

/// <summary>C# names of types, with nullable annotations.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["System.Boolean"] = "bool", ["System.Byte"] = "byte", ["System.SByte"] = "sbyte", ["System.Int16"] = "short", ["System.UInt16"] = "ushort",
        ["System.Int32"] = "int", ["System.UInt32"] = "uint", ["System.Int64"] = "long", ["System.UInt64"] = "ulong", ["System.Single"] = "float",
        ["System.Double"] = "double", ["System.Decimal"] = "decimal", ["System.Char"] = "char", ["System.String"] = "string",
        ["System.Object"] = "object", ["System.Void"] = "void",
    };

    public static string Of(Type type) => Of(type, null);

    public static string Of(Type type, NullabilityInfo? info)
    {
        if (type.IsByRef) return Of(type.GetElementType()!, info?.ElementType ?? info);
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value, Argument(info, 0)) + "?";
        string mark = !type.IsValueType && info is not null && (info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable) ? "?" : "";
        if (type.IsArray) return $"{Of(type.GetElementType()!, info?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        if (type.IsPointer) return Of(type.GetElementType()!) + "*";
        // Reflection cannot tell T from T? where T is unconstrained.
        if (type.IsGenericParameter) return type.Name;
        if (Keywords.TryGetValue(type.FullName ?? "", out string? keyword)) return keyword + mark;
        return Qualified(type, info) + mark;
    }

    /// <summary>A literal as C# writes it.</summary>
    public static string Literal(object? value, Type type)
    {
        if (value is null) return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null";
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsEnum) return $"{Of(bare)}.{Enum.ToObject(bare, value)}";
        return value switch
        {
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }

    private static string Qualified(Type type, NullabilityInfo? info)
    {
        string prefix = type.DeclaringType is { } outer ? Of(outer) + "." : type.Namespace is null or "System" or "System.Collections.Generic" or "System.Threading" or "System.Threading.Tasks" ? "" : type.Namespace + ".";
        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0) return prefix + type.Name;
        Type[] arguments = type.GetGenericArguments();
        return $"{prefix}{type.Name[..tick]}<{string.Join(", ", arguments.Select((a, i) => Of(a, Argument(info, i))))}>";
    }

    private static NullabilityInfo? Argument(NullabilityInfo? info, int index) =>
        info is not null && index < info.GenericTypeArguments.Length ? info.GenericTypeArguments[index] : null;
}
