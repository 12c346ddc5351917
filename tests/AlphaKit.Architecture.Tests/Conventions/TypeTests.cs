using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AlphaKit.Architecture.Tests.Conventions;

public sealed class TypeTests
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    [Fact]
    public void A_public_type_lives_in_the_namespace_of_its_package() =>
        Repository.None(
            Repository.PublicTypes.Where(t => t.Namespace != NamespaceOf(t.Assembly) && !(Exemptions.Namespaces.Contains(t.Namespace ?? "") && t.Namespace!.StartsWith(NamespaceOf(t.Assembly), StringComparison.Ordinal)))
                .Select(t => t.FullName!),
            "Namespace = package name (AlphaKit for Core):");

    [Fact]
    public void No_type_bears_the_last_word_of_a_package_namespace()
    {
        HashSet<string> words = [.. Repository.PublicTypes.Select(t => t.Namespace!.Split('.')[^1])];
        words.UnionWith(Repository.Packages.Select(p => p.Split('.')[^1]));
        Repository.None(Repository.PublicTypes.Where(t => words.Contains(t.Name.Split('`')[0])).Select(t => t.FullName!), "A type named like a namespace cannot be written inside AlphaKit.*:");
    }

    [Fact]
    public void Public_properties_are_read_only_or_init() =>
        Repository.None(
            from type in Repository.PublicTypes
            from property in type.GetProperties(Declared)
            where property.SetMethod is { } set && (set.IsPublic || set.IsFamily || set.IsFamilyOrAssembly)
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            let name = $"{type.FullName}.{property.Name}"
            where !Exemptions.Setters.ContainsKey(name) && !Foreign(type)
            select name,
            "Use init, or exempt a builder with its reason:");

    [Fact]
    public void Public_methods_take_no_naked_bool() =>
        Repository.None(
            from type in Repository.PublicTypes
            where !typeof(Delegate).IsAssignableFrom(type)
            from method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared))
            where method.IsPublic && !method.IsSpecialNameAccessor() && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && method.Name != "Deconstruct"
            from parameter in method.GetParameters()
            where (parameter.ParameterType == typeof(bool) || parameter.ParameterType == typeof(bool?)) && !IsDataOfRecord(type, method, parameter)
            let name = $"{type.FullName}.{method.Name}"
            where !Exemptions.Bools.ContainsKey(name) && !Foreign(type)
            select $"{name}({parameter.Name})",
            "Name the choice with an enum, or exempt it with a reason:");

    [Fact]
    public void There_is_no_static_mutable_state() =>
        Repository.None(
            from type in Repository.Types
            from field in type.GetFields(Declared)
            where field.IsStatic && !field.IsLiteral && (!field.IsInitOnly || IsCache(field.FieldType))
            let name = $"{type.FullName}.{field.Name}"
            where !field.Name.StartsWith('<') || !field.IsInitOnly
            where !Exemptions.Statics.ContainsKey(name)
            select name,
            "Static fields are readonly and hold no cache:");

    [Fact]
    public void Public_static_fields_are_constants_or_immutable() =>
        Repository.None(
            from type in Repository.PublicTypes
            where !type.IsEnum
            from field in type.GetFields(Declared)
            where field.IsStatic && field.IsPublic && !field.IsLiteral
            where !field.IsInitOnly || field.FieldType.IsArray || typeof(IList).IsAssignableFrom(field.FieldType) || typeof(IDictionary).IsAssignableFrom(field.FieldType)
            select $"{type.FullName}.{field.Name}",
            "Anyone could change these:");

    [Fact]
    public void Exceptions_are_sealed_and_have_one_root()
    {
        Type[] roots = [.. Repository.Types.Where(t => t.FullName == "AlphaKit.AlphaKitException" || Exemptions.ExceptionRoots.ContainsKey(t.FullName!))];
        Assert.Equal(1 + Exemptions.ExceptionRoots.Count, roots.Length);
        Repository.None(
            from type in Repository.Types
            where typeof(Exception).IsAssignableFrom(type) && !roots.Contains(type)
            where !type.IsSealed || !roots.Any(r => r.IsAssignableFrom(type) && (r.Assembly == type.Assembly || r.FullName == "AlphaKit.AlphaKitException"))
            select type.FullName!,
            "Exceptions derive from AlphaKitException and are sealed:");
    }

    [Fact]
    public void Records_are_sealed_or_abstract_and_options_are_records()
    {
        Repository.None(
            Repository.PublicTypes.Where(t => t.IsClass && Repository.IsRecord(t) && !t.IsSealed && !t.IsAbstract).Select(t => t.FullName!), "Seal these records:");
        Repository.None(
            Repository.PublicTypes.Where(t => t.Name.EndsWith("Options", StringComparison.Ordinal) && !(Repository.IsRecord(t) && t.IsSealed)).Select(t => t.FullName!),
            "Options are sealed records:");
    }

    [Fact]
    public void Exemptions_name_things_that_exist()
    {
        HashSet<string> names = [.. Repository.Types.SelectMany(t => t.GetMembers(Declared).Select(m => $"{t.FullName}.{m.Name}"))];
        Repository.None(
            Exemptions.Setters.Keys.Concat(Exemptions.Bools.Keys).Concat(Exemptions.Statics.Keys).Where(n => !names.Contains(n))
                .Concat(Exemptions.ForeignSignatures.Keys.Except(Repository.Packages)), "Exemptions for what is gone:");
    }

    private static bool Foreign(Type type) => Exemptions.ForeignSignatures.ContainsKey(type.Assembly.GetName().Name!);

    private static string NamespaceOf(Assembly package) => package.GetName().Name is "AlphaKit.Core" ? "AlphaKit" : package.GetName().Name!;

    // A positional record's bool is a value that it stores under a name, not a switch of behaviour.
    private static bool IsDataOfRecord(Type type, MethodBase method, ParameterInfo parameter) =>
        method is ConstructorInfo && Repository.IsRecord(type) && type.GetProperty(parameter.Name!)?.PropertyType == parameter.ParameterType;

    private static bool IsCache(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(ConcurrentDictionary<,>) || type.GetGenericTypeDefinition() == typeof(ConditionalWeakTable<,>));
}
