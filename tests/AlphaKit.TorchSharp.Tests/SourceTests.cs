using System.Reflection;
using AlphaKit.Models;

namespace AlphaKit.EngineTests;

/// <summary>
/// The sources of AlphaKit.Models are compiled into this assembly against the signatures of TorchSharp, with one engine file instead of another: that they
/// compile is the test. What stands in Signatures was read or looked up, not restored; nothing here runs on TorchSharp.
/// </summary>
public sealed class SourceTests
{
    [Fact]
    public void The_networks_compile_against_the_names_of_TorchSharp()
    {
        Assert.Equal(typeof(SourceTests).Assembly, typeof(MixtureOfExperts).Assembly);
        Assert.Equal("TorchSharp.torch+nn+Module", BaseOf(typeof(BertEncoder)));
        Assert.Equal("TorchSharp.torch+nn+Module", BaseOf(typeof(CausalDecoder)));
        Assert.Equal("TorchSharp.torch+nn+Module", BaseOf(typeof(AttentionDnn)));
        Assert.DoesNotContain(typeof(SourceTests).Assembly.GetReferencedAssemblies(), a => a.Name == "AlphaKit.Torch");
    }

    [Fact]
    public void One_engine_file_stands_for_the_other_and_a_list_of_signatures_is_kept_for_it()
    {
        string[] types = [.. typeof(SourceTests).Assembly.GetTypes().Where(t => t.Namespace == "AlphaKit.Models" && t.Name is "TorchEngine" or "FusedRecurrent").Select(t => t.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(["FusedRecurrent", "TorchEngine"], types);
        Assert.Equal(0, typeof(MixtureOfExperts).Assembly.GetType("AlphaKit.Models.FusedRecurrent")!.GetField("MostHidden", BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue());
    }

    private static string BaseOf(Type type)
    {
        Type at = type;
        while (at.BaseType is { } up && up != typeof(object)) at = up;
        return at.FullName!;
    }
}
