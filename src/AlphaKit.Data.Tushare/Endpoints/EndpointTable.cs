using System.Globalization;

namespace AlphaKit.Data.Tushare;

/// <summary>Reads the table of interfaces; its grammar stands at the head of endpoints.txt.</summary>
internal sealed class EndpointTable
{
    private readonly Dictionary<string, string> _glosses = new(StringComparer.Ordinal);

    public List<TushareTier> Tiers { get; } = [];

    public List<TushareEndpoint> Endpoints { get; } = [];

    /// <exception cref="FormatException">A line is not understood; the message names it.</exception>
    public static EndpointTable Parse(string text)
    {
        EndpointTable table = new();
        EndpointDraft? draft = null;
        int number = 0;
        foreach (string raw in text.Split('\n'))
        {
            number++;
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            try
            {
                if (line.StartsWith("api ", StringComparison.Ordinal))
                {
                    if (draft is not null) table.Endpoints.Add(new TushareEndpoint(draft));
                    (string name, string meaning) = Cut(line[4..], ':');
                    draft = new EndpointDraft(name, meaning);
                }
                else if (draft is null)
                {
                    table.ReadHead(line);
                }
                else
                {
                    table.ReadProperty(draft, line);
                }
            }
            catch (Exception wrong) when (wrong is FormatException or IndexOutOfRangeException or OverflowException)
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Line {number} of the table of interfaces, '{line}': {wrong.Message}"), wrong);
            }
        }

        if (draft is not null) table.Endpoints.Add(new TushareEndpoint(draft));
        return table;
    }

    private void ReadHead(string line)
    {
        string[] words = Words(line);
        switch (words[0])
        {
            case "tier": Tiers.Add(new TushareTier(Integer(words[1]), Integer(words[2]), Integer(words[3]))); break;
            case "gloss": _glosses[words[1]] = string.Join(' ', words[2..]); break;
            default: throw new FormatException("tier, gloss or api is expected.");
        }
    }

    private void ReadProperty(EndpointDraft draft, string line)
    {
        string[] words = Words(line);
        string[] rest = words[1..];
        switch (words[0])
        {
            case "key": draft.Key = rest; break;
            case "date": draft.EventDate = rest[0]; break;
            case "announced": draft.Announced = rest; break;
            case "cap":
                draft.CapIsDocumented = !rest[0].EndsWith('?');
                draft.Cap = Integer(rest[0].TrimEnd('?'));
                break;
            case "points": draft.Points = Integer(rest[0]); break;
            case "vip":
                draft.MarketWideName = rest[0];
                draft.MarketWidePoints = Integer(rest[1]);
                break;
            case "rate":
                for (int i = 0; i < rest.Length; i += 2) draft.Rates.Add(new TushareTier(Integer(rest[i + 1].TrimEnd(',')), Integer(rest[i]), 0));
                break;
            case "slice": ReadSlice(draft, rest); break;
            case "each":
                (string name, string values) = Cut(rest[0], '=');
                draft.Variants.Add(new(name, values.Split(',')));
                break;
            case "ready":
                draft.Ready = new TushareReadyClock(rest.Length == 2 ? Integer(rest[0].TrimStart('+')) : 0, TimeOnly.ParseExact(rest[^1], "HH:mm", CultureInfo.InvariantCulture));
                break;
            case "since": draft.Since = Date(rest[0]); break;
            case "until": draft.Until = Date(rest[0]); break;
            case "daily": draft.FillsEveryDay = true; break;
            default:
                if (!words[0].EndsWith(':')) throw new FormatException("a property, or a unit with a colon, is expected.");
                ReadColumns(draft, words[0].TrimEnd(':'), rest);
                break;
        }
    }

    private static void ReadSlice(EndpointDraft draft, string[] words)
    {
        draft.Rule = words[0] switch
        {
            "whole" => TushareSliceRule.Whole,
            "day" => TushareSliceRule.Day,
            "range" => TushareSliceRule.Range,
            "stock" => TushareSliceRule.Stock,
            "index" => TushareSliceRule.Index,
            "period" => TushareSliceRule.Period,
            _ => throw new FormatException($"'{words[0]}' is no slicing rule."),
        };
        int at = 1;
        if (draft.Rule is not (TushareSliceRule.Whole or TushareSliceRule.Range)) draft.Parameter = words[at++];
        if (words.Length <= at) return;
        (draft.FromParameter, draft.ToParameter, draft.SpanDays) = (words[at], words[at + 1], Integer(words[at + 2]));
    }

    private void ReadColumns(EndpointDraft draft, string unit, string[] names)
    {
        (SourceColumnKind kind, TushareUnit scale) = unit switch
        {
            "code" => (SourceColumnKind.Symbol, TushareUnit.None),
            "text" or "time" => (SourceColumnKind.Text, TushareUnit.None),
            "date" => (SourceColumnKind.Date, TushareUnit.None),
            "n" => (SourceColumnKind.Number, TushareUnit.None),
            "pct" => (SourceColumnKind.Number, TushareUnit.Percent),
            "cny" => (SourceColumnKind.Number, TushareUnit.Yuan),
            "kcny" => (SourceColumnKind.Number, TushareUnit.ThousandYuan),
            "wcny" => (SourceColumnKind.Number, TushareUnit.TenThousandYuan),
            "mcny" => (SourceColumnKind.Number, TushareUnit.MillionYuan),
            "lot" => (SourceColumnKind.Number, TushareUnit.Lots),
            "share" => (SourceColumnKind.Number, TushareUnit.Shares),
            "wshare" => (SourceColumnKind.Number, TushareUnit.TenThousandShares),
            "pt" => (SourceColumnKind.Number, TushareUnit.Points),
            "cnt" => (SourceColumnKind.Number, TushareUnit.Count),
            "contract" => (SourceColumnKind.Number, TushareUnit.Contracts),
            "days" => (SourceColumnKind.Number, TushareUnit.Days),
            "flag" => (SourceColumnKind.Number, TushareUnit.Flag),
            "pershare" => (SourceColumnKind.Number, TushareUnit.PerShare),
            _ => throw new FormatException($"'{unit}' is no unit."),
        };
        foreach (string name in names)
        {
            string bare = name.TrimEnd('*');
            draft.Columns.Add(new TushareColumn(bare, kind, scale, bare.Length == name.Length, unit == "time", _glosses.GetValueOrDefault(bare, "")));
        }
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static (string Before, string After) Cut(string text, char at)
    {
        int index = text.IndexOf(at);
        if (index <= 0) throw new FormatException($"'{at}' is expected.");
        return (text[..index].Trim(), text[(index + 1)..].Trim());
    }

    private static int Integer(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);
}
