using System.Reflection;

namespace AlphaKit.Architecture.Tests.Conventions;

internal static class MethodBaseExtensions
{
    /// <summary>True for the get, set, add and remove methods of properties and events.</summary>
    public static bool IsSpecialNameAccessor(this MethodBase method) =>
        method.IsSpecialName && method is MethodInfo && !method.Name.StartsWith("op_", StringComparison.Ordinal);
}
