using System.Globalization;

namespace QuickStart;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public string? Data { get; init; }

    public string Out { get; init; } = Path.Combine("out", "quickstart");

    public ulong Seed { get; init; } = 42;

    public int Stocks { get; init; } = 300;

    public const string Usage = "Usage: QuickStart [--data DIR] [--out DIR] [--seed N] [--stocks N]";

    /// <exception cref="ArgumentException">An argument is not understood; the message says what would be.</exception>
    public static Arguments Parse(string[] args)
    {
        Arguments arguments = new();
        for (int i = 0; i < args.Length; i++)
        {
            string[] parts = args[i].Split('=', 2);
            string Value() => parts.Length == 2 ? parts[1] : i + 1 < args.Length ? args[++i] : throw new ArgumentException($"{parts[0]} needs a value. {Usage}");
            T Number<T>(string range)
                where T : IParsable<T>
            {
                string text = Value();
                return T.TryParse(text, CultureInfo.InvariantCulture, out T? number) ? number : throw new ArgumentException($"{parts[0]} '{text}' is not {range}.");
            }

            arguments = parts[0] switch
            {
                "--data" => arguments with { Data = Value() },
                "--out" => arguments with { Out = Value() },
                "--seed" => arguments with { Seed = Number<ulong>("a whole number from 0 on") },
                "--stocks" => arguments with { Stocks = Number<int>("a whole number") },
                _ => throw new ArgumentException($"'{args[i]}' is not understood. {Usage}"),
            };
        }

        return arguments;
    }
}
