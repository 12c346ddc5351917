using System.Globalization;
using System.Reflection;

namespace AlphaKit.TestSupport;

/// <summary>
/// The truth tables of test classes: every <c>[InlineData]</c> row of their theories, run one by one and counted. Tests that are facts are not
/// counted, so the number is that of hand-written cases.
/// </summary>
internal static class TheoryCases
{
    /// <summary>Runs every row of every theory of the classes.</summary>
    /// <returns>How many rows ran, and a line for each that failed.</returns>
    public static (int Ran, IReadOnlyList<string> Failed) Run(params Type[] classes) =>
        Run(classes.SelectMany(c => c.GetMethods(BindingFlags.Public | BindingFlags.Instance)));

    /// <summary>Runs every row of one theory.</summary>
    public static (int Ran, IReadOnlyList<string> Failed) Run(Type type, string theory) =>
        Run([type.GetMethod(theory) ?? throw new ArgumentException($"{type.Name} has no method '{theory}'.", nameof(theory))]);

    private static (int Ran, IReadOnlyList<string> Failed) Run(IEnumerable<MethodInfo> methods)
    {
        int ran = 0;
        List<string> failed = [];
        foreach (MethodInfo method in methods.Where(m => m.GetCustomAttribute<TheoryAttribute>() is not null))
        {
            foreach (object[] row in method.GetCustomAttributes<InlineDataAttribute>().SelectMany(a => a.GetData(method)))
            {
                ran++;
                try
                {
                    method.Invoke(Activator.CreateInstance(method.DeclaringType!), BindingFlags.Default, null, row, CultureInfo.InvariantCulture);
                }
                catch (TargetInvocationException broken)
                {
                    failed.Add($"{method.Name}({string.Join(", ", row)}): {broken.InnerException!.Message}");
                }
            }
        }

        return (ran, failed);
    }
}
