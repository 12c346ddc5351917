using FsCheck;
using FsCheck.Fluent;

namespace AlphaKit.TestSupport;

/// <summary>Runs an FsCheck property inside an xunit fact, with a fixed seed so that a failure can be repeated.</summary>
internal static class Properties
{
    public static void Holds<T>(Arbitrary<T> inputs, Func<T, bool> property, int cases = 500) =>
        Prop.ForAll(inputs, property).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20200203, 1));

    public static void Holds<T>(Gen<T> inputs, Func<T, bool> property, int cases = 500) =>
        Holds(inputs.ToArbitrary(), property, cases);
}
