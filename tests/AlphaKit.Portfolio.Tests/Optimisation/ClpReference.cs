using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AlphaKit.Portfolio.Tests;

/// <summary>Linear problems solved by Clp (COIN-OR, Debian package coinor-clp), many files in one process.</summary>
internal static class ClpReference
{
    /// <summary>The program, or null where it is not installed.</summary>
    public static string? Program { get; } = new[] { "/usr/bin/clp", "/usr/local/bin/clp" }.FirstOrDefault(File.Exists);

    /// <summary>Objectives in the form of a maximum; NaN where Clp finds no optimum.</summary>
    public static double[] Objectives(IReadOnlyList<PortfolioProblem> problems)
    {
        string folder = Directory.CreateTempSubdirectory("alphakit-clp-").FullName;
        try
        {
            List<string> arguments = ["-primalTolerance", "1e-9", "-dualTolerance", "1e-9"];
            for (int k = 0; k < problems.Count; k++)
            {
                File.WriteAllText(Path.Combine(folder, $"{k}.mps"), Mps(problems[k]));
                arguments.AddRange(["-import", Path.Combine(folder, $"{k}.mps"), "-dualsimplex", "-solution", Path.Combine(folder, $"{k}.txt")]);
            }

            ProcessStartInfo start = new(Program!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            _ = errors.Result;
            return [.. problems.Select((p, k) => Objective(p, Path.Combine(folder, $"{k}.txt")))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Seconds that Clp's dual simplex says it took for one problem, without reading it.</summary>
    public static double Seconds(PortfolioProblem problem)
    {
        string path = Path.Combine(Path.GetTempPath(), $"alphakit-clp-{Environment.ProcessId}.mps");
        File.WriteAllText(path, Mps(problem));
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(Program!, ["-import", path, "-dualsimplex"]) { RedirectStandardOutput = true })!;
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            int at = text.LastIndexOf("iterations time ", StringComparison.Ordinal) + "iterations time ".Length;
            return double.Parse(text.AsSpan(at, text.IndexOf(',', at) - at), CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Free MPS: weights w, purchases p and sales s with w − p + s = drifted where trades matter.</summary>
    private static string Mps(PortfolioProblem problem)
    {
        int n = problem.Symbols.Count;
        bool trades = problem.BuyCosts.Length > 0 || problem.Constraints.OfType<TurnoverConstraint>().Any();
        double[] lower = new double[n], upper = new double[n], benchmark = problem.BenchmarkWeights.ToArray(), held = problem.DriftedWeights.ToArray(), mu = problem.ExpectedReturns.ToArray();
        Array.Fill(lower, double.NegativeInfinity);
        Array.Fill(upper, double.PositiveInfinity);
        StringBuilder rows = new("NAME x FREE\nROWS\n N obj\n"), right = new("RHS\n"), ranges = new("RANGES\n"), bounds = new("BOUNDS\n");
        List<(string Row, double[] X)> columns = [];
        foreach (PortfolioConstraint constraint in problem.Constraints)
        {
            switch (constraint)
            {
                case BoundsConstraint b:
                    for (int i = 0; i < n; i++)
                    {
                        double shift = b.Measured == Measured.Active ? benchmark[i] : 0;
                        lower[i] = Math.Max(lower[i], b.Lower.Span[i] + shift);
                        upper[i] = Math.Min(upper[i], b.Upper.Span[i] + shift);
                    }

                    break;
                case LinearConstraint l:
                    string row = $"r{columns.Count}";
                    double[] x = l.Loadings.ToArray();
                    double off = l.Measured == Measured.Active ? x.Zip(benchmark).Sum(t => t.First * t.Second) : 0, most = x.Max(Math.Abs);
                    if (most == 0) break;
                    columns.Add((row, [.. x.Select(v => v / most)]));
                    bool isPoint = l.Upper - l.Lower == 0, isOpen = double.IsInfinity(l.Upper);
                    rows.Append(isPoint ? $" E {row}\n" : isOpen ? $" G {row}\n" : $" L {row}\n");
                    right.Append($" rhs {row} {Show(((isOpen || isPoint ? l.Lower : l.Upper) + off) / most)}\n");
                    if (!isPoint && !isOpen && !double.IsInfinity(l.Lower)) ranges.Append($" rng {row} {Show((l.Upper - l.Lower) / most)}\n");
                    break;
                case TurnoverConstraint t:
                    rows.Append(" L turn\n");
                    right.Append($" rhs turn {Show(t.Cap)}\n");
                    break;
                default:
                    throw new NotSupportedException(constraint.Name);
            }
        }

        bool hasCap = problem.Constraints.OfType<TurnoverConstraint>().Any();
        double unit = Math.Max(mu.Max(Math.Abs), 1e-12);
        StringBuilder cells = new("COLUMNS\n");
        for (int i = 0; i < n; i++)
        {
            cells.Append($" w{i} obj {Show(-mu[i] / unit)}\n");
            foreach ((string row, double[] x) in columns)
            {
                if (x[i] != 0) cells.Append($" w{i} {row} {Show(x[i])}\n");
            }

            if (trades)
            {
                rows.Append($" E t{i}\n");
                right.Append($" rhs t{i} {Show(held[i])}\n");
                cells.Append($" w{i} t{i} 1\n");
            }

            bounds.Append($" LO b w{i} {Show(lower[i])}\n UP b w{i} {Show(Math.Min(upper[i], 100))}\n");
        }

        for (int i = 0; trades && i < n; i++)
        {
            cells.Append($" p{i} obj {Show((problem.BuyCosts.Length > 0 ? problem.BuyCosts.Span[i] : 0) / unit)}\n p{i} t{i} -1\n{(hasCap ? $" p{i} turn 1\n" : "")}");
            cells.Append($" s{i} obj {Show((problem.SellCosts.Length > 0 ? problem.SellCosts.Span[i] : 0) / unit)}\n s{i} t{i} 1\n{(hasCap ? $" s{i} turn 1\n" : "")}");
        }

        return $"{rows}{cells}{right}{ranges}{bounds}ENDATA\n";
    }

    private static double Objective(PortfolioProblem problem, string path)
    {
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        if (lines.Length < 1 || !lines[0].StartsWith("Optimal", StringComparison.Ordinal)) return double.NaN;
        double[] mu = problem.ExpectedReturns.ToArray();
        double unit = Math.Max(mu.Max(Math.Abs), 1e-12);
        return -unit * double.Parse(lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1], CultureInfo.InvariantCulture);
    }

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
