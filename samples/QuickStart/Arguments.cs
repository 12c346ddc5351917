using System.Globalization;

namespace QuickStart;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public string? Data { get; init; }

    public string Out { get; init; } = Path.Combine("out", "quickstart");

    public ulong Seed { get; init; } = 42;

    public int Stocks { get; init; } = 300;

    public static Arguments Parse(string[] args)
    {
        Arguments arguments = new();
        for (int i = 0; i < args.Length; i++)
        {
            string[] parts = args[i].Split('=', 2);
            string Value() => parts.Length == 2 ? parts[1] : i + 1 < args.Length ? args[++i] : throw new ArgumentException($"{parts[0]} needs a value.");
            arguments = parts[0] switch
            {
                "--data" => arguments with { Data = Value() },
                "--out" => arguments with { Out = Value() },
                "--seed" => arguments with { Seed = ulong.Parse(Value(), CultureInfo.InvariantCulture) },
                "--stocks" => arguments with { Stocks = int.Parse(Value(), CultureInfo.InvariantCulture) },
                _ => throw new ArgumentException($"'{args[i]}' is not understood. Usage: QuickStart [--data DIR] [--out DIR] [--seed N] [--stocks N]"),
            };
        }

        return arguments;
    }
}
