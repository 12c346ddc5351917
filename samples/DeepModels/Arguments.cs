using System.Globalization;

namespace DeepModels;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public string? Data { get; init; }

    public string? Study { get; init; }

    public string Out { get; init; } = Path.Combine("out", "deep-models");

    public IReadOnlyList<ulong> Seeds { get; init; } = [1];

    public double Alpha { get; init; } = 0.3;

    public IReadOnlyList<string> Models { get; init; } = [];

    public int Epochs { get; init; } = 20;

    public int Threads { get; init; } = Environment.ProcessorCount;

    public const string Usage =
        "Usage: DeepModels --data DIR [--seeds 1] [--epochs 20] [--models NAME,NAME] [--threads N] [--out DIR]\n" +
        "       DeepModels --study interaction|frequencies|regimes [--seeds 1,2,3] [--alpha 0.3] [--epochs 20] [--models NAME,NAME] [--threads N] [--out DIR]";

    /// <exception cref="ArgumentException">An argument is not understood; the message says what would be.</exception>
    public static Arguments Parse(string[] args)
    {
        Arguments a = new();
        for (int i = 0; i < args.Length; i += 2)
        {
            string name = args[i], value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"{args[i]} needs a value. {Usage}");
            a = name switch
            {
                "--data" => a with { Data = value },
                "--study" => a with { Study = value },
                "--out" => a with { Out = value },
                "--seeds" => a with { Seeds = [.. value.Split(',').Select(s => Number<ulong>(name, s))] },
                "--models" => a with { Models = value.Split(',') },
                "--alpha" => a with { Alpha = Number<double>(name, value) },
                "--epochs" => a with { Epochs = Number<int>(name, value) },
                "--threads" => a with { Threads = Number<int>(name, value) },
                _ => throw new ArgumentException($"'{name}' is not understood. {Usage}"),
            };
        }

        return (a.Data is null) != (a.Study is null) ? a : throw new ArgumentException($"Either --data or --study is needed. {Usage}");
    }

    private static T Number<T>(string name, string text)
        where T : IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out T? number) ? number : throw new ArgumentException($"{name} '{text}' is not a number.");
}
