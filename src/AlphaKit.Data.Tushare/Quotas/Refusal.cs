using System.Globalization;
using System.Text.RegularExpressions;

namespace AlphaKit.Data.Tushare;

/// <summary>What a refusal of the service means. Code 40203 stands for quotas and permissions alike, so that the text decides.</summary>
internal static partial class Refusal
{
    /// <summary>What to do about a reply that is not a success.</summary>
    public static RefusalKind Classify(int code, string message)
    {
        if (Contains(message, "每分钟最多")) return RefusalKind.Minute;
        if (Contains(message, "每小时最多")) return RefusalKind.Hour;
        if (Contains(message, "每天最多")) return RefusalKind.Day;
        if (code == 40101 || Contains(message, "token不对")) return RefusalKind.Token;
        if (code is 40203 or 2002 && (Contains(message, "权限") || Contains(message, "积分"))) return RefusalKind.Permission;
        if (Contains(message, "offset不能大于")) return RefusalKind.Ceiling;
        return code == 50101 ? RefusalKind.Query : RefusalKind.Other;
    }

    /// <summary>The number of calls that a quota message states, as in 每分钟最多访问该接口500次; 0 if there is none.</summary>
    public static int StatedLimit(string message)
    {
        Match match = Limit().Match(message);
        return match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) ? limit : 0;
    }

    private static bool Contains(string message, string word) => message.Contains(word, StringComparison.Ordinal);

    [GeneratedRegex("最多[^0-9]{0,20}([0-9]{1,7})次")]
    private static partial Regex Limit();
}
