using System.Text;
using System.Text.Json;
using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Data.Tushare.Tests.Client;

public sealed class ReplyParserTests
{
    private static readonly TushareEndpoint s_daily = TushareEndpoints.Get("daily");

    private static TushareReply Parse(string text, TushareEndpoint? endpoint) => ReplyParser.Parse(Encoding.UTF8.GetBytes(text), endpoint?.Name ?? "other", endpoint);

    private static string Daily(string fields, params string[] rows) => $$$"""{"request_id":"x","code":0,"msg":"","data":{"fields":[{{{fields}}}],"items":[{{{string.Join(',', rows)}}}],"has_more":false}}""";

    [Fact]
    public void Columns_are_matched_by_the_fields_of_the_reply()
    {
        TushareBatch rows = Parse(Daily("\"close\",\"trade_date\",\"vol\",\"ts_code\",\"unknown\"", """[10.5,"20200203",12345.67,"600000.SH",[1,{"a":2}]]"""), s_daily).Rows!;
        DailyRow row = Read<DailyRow>(rows)[0];
        Assert.Equal((Symbol.Parse("600000.SH"), new DateOnly(2020, 2, 3), 10.5, 12345.67), (row.TsCode, row.TradeDate, row.Close!.Value, row.Vol!.Value));
        Assert.Null(row.Open);
        Assert.Equal(["open", "high", "low", "pre_close", "change", "pct_chg", "amount"], rows.Missing);
        Assert.Equal(["ts_code", "trade_date", "close", "vol"], rows.ToTable().Columns.Select(c => c.Name));
    }

    [Fact]
    public void Parts_of_a_reply_may_come_in_any_order()
    {
        TushareReply reply = Parse("""{"data":{"has_more":true,"items":[["20200203","600000.SH"]],"count":-1,"fields":["trade_date","ts_code"]},"message":"ok","detail":null,"msg":null,"code":0}""", s_daily);
        Assert.True(reply.HasMore);
        Assert.Equal(new DateOnly(2020, 2, 3), reply.Rows!.DateAt(1, 0));
    }

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("\"12.5\"", 12.5)]
    [InlineData("235500.0", 235500.0)]
    [InlineData("1.25e3", 1250.0)]
    [InlineData("-0.1", -0.1)]
    [InlineData("true", 1.0)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("\"None\"", null)]
    [InlineData("\"NaN\"", null)]
    public void Numbers_are_read_in_every_form_that_the_vendor_writes(string token, double? expected)
    {
        TushareBatch rows = Parse(Daily("\"ts_code\",\"trade_date\",\"open\"", $"[\"600000.SH\",\"20200203\",{token}]"), s_daily).Rows!;
        Assert.Equal(expected, rows.NumberAt(2, 0));
    }

    [Theory]
    [InlineData("\"12,5\"", "'12,5' is not a number")]
    [InlineData("\"abc\"", "'abc' is not a number")]
    [InlineData("\"Infinity\"", "'Infinity' is not a number")]
    [InlineData("[1]", "is not a single value")]
    public void A_number_that_is_none_is_an_error_with_row_and_column(string token, string message)
    {
        TushareReplyException wrong = Assert.Throws<TushareReplyException>(() => Parse(Daily("\"ts_code\",\"trade_date\",\"open\"", "[\"600000.SH\",\"20200203\",1]", $"[\"600000.SH\",\"20200204\",{token}]"), s_daily));
        Assert.Contains("row 2, column 'open'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_a_readable_key_is_set_aside_and_told()
    {
        TushareReply reply = Parse(
            Daily("\"ts_code\",\"trade_date\",\"close\"", "[\"T00018.SH\",\"20200203\",1]", "[\"600000.SH\",\"20200203\",2]", "[\"600000.SH\",null,3]", "[null,\"20200203\",4]", "[\"600001.SH\",\"20201340\",5]"), s_daily);
        Assert.Equal(5, reply.Delivered);
        Assert.Equal(2, Read<DailyRow>(reply.Rows!).Single().Close);
        Assert.Equal([("ts_code", "T00018.SH"), ("trade_date", "null"), ("ts_code", "null"), ("trade_date", "20201340")], reply.Rows!.Rejected.Select(r => (r.Column, r.Value)));
    }

    [Theory]
    [InlineData("\"trade_date\",\"close\"", "[\"20200203\",1]", "key column 'ts_code' is missing")]
    [InlineData("\"ts_code\",\"trade_date\",\"close\"", "[\"600000.SH\",\"20200203\"]", "row 1 has 2 values for 3 fields")]
    [InlineData("\"ts_code\",\"trade_date\"", "[\"600000.SH\",\"20200203\",1]", "row 1 has more values")]
    [InlineData("\"ts_code\",\"trade_date\",\"close\",\"close\"", "[\"600000.SH\",\"20200203\",1,1]", "column 'close' comes twice")]
    [InlineData("\"ts_code\",\"trade_date\"", "{\"a\":1}", "StartArray is expected")]
    public void A_reply_of_the_wrong_shape_is_an_error(string fields, string row, string message) =>
        Assert.Contains(message, Assert.Throws<TushareReplyException>(() => Parse(Daily(fields, row), s_daily)).Message, StringComparison.Ordinal);

    [Fact]
    public void No_rows_are_an_answer_and_no_data_is_not()
    {
        Assert.Equal(0, Parse(Daily("\"ts_code\",\"trade_date\""), s_daily).Rows!.RowCount);
        Assert.Contains("no data", Assert.Throws<TushareReplyException>(() => Parse("""{"code":0,"msg":"","data":null}""", s_daily)).Message, StringComparison.Ordinal);
        Assert.Contains("no code", Assert.Throws<TushareReplyException>(() => Parse("""{"msg":"","data":null}""", s_daily)).Message, StringComparison.Ordinal);
        TushareReply refused = Parse("""{"code":"40203","message":"\u62b1\u6b49","data":null}""", s_daily);
        Assert.Equal((40203, "抱歉"), (refused.Code, refused.Message));
        Assert.Null(refused.Rows);
    }

    [Fact]
    public void Every_cut_of_a_reply_is_noticed()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Daily("\"ts_code\",\"trade_date\",\"close\"", "[\"600000.SH\",\"20200203\",10.5]", "[\"600001.SH\",\"20200203\",11]"));
        for (int length = 0; length < whole.Length; length++) Assert.ThrowsAny<JsonException>(() => ReplyParser.Parse(whole.AsSpan(0, length), "daily", s_daily));
    }

    [Fact]
    public void Damaged_bytes_end_in_an_exception_of_their_own_or_in_rows()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Daily("\"ts_code\",\"trade_date\",\"close\",\"vol\"", "[\"600000.SH\",\"20200203\",10.5,\"3\"]", "[\"600001.SH\",\"20200203\",11,null]"));
        RandomStream random = RandomStream.Create(7, "damage");
        for (int i = 0; i < 20_000; i++)
        {
            byte[] damaged = [.. whole];
            int changes = 1 + (int)(random.NextUInt64() % 3);
            for (int c = 0; c < changes; c++) damaged[random.NextUInt64() % (ulong)damaged.Length] = (byte)random.NextUInt64();
            try
            {
                ReplyParser.Parse(damaged, "daily", i % 2 == 0 ? s_daily : null);
            }
            catch (Exception expected) when (expected is JsonException or TushareReplyException or InvalidOperationException { Source: "System.Text.Json.Rethrowable" } && (expected is TushareReplyException || ReplyParser.IsDamage(expected)))
            {
                // What a damaged reply may end in.
            }
        }
    }

    [Fact]
    public void Numbers_are_rounded_as_the_framework_rounds_them() =>
        Properties.Holds(
            from digits in Gen.Choose(1, 17)
            from mantissa in Gen.Choose(0, int.MaxValue)
            from more in Gen.Choose(0, int.MaxValue)
            from decimals in Gen.Choose(0, 12)
            from negative in Gen.Choose(0, 1)
            select (negative == 1 ? "-" : "") + Placed(Leading(((long)mantissa * 2147483647L) + more, digits), decimals),
            text => VendorText.TryNumber(Encoding.UTF8.GetBytes(text), out double value) && value.Equals(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
            2000);

    [Fact]
    public void An_unknown_interface_gets_its_kinds_from_the_values()
    {
        TushareBatch rows = Parse(Daily("\"ts_code\",\"end_date\",\"n\",\"mixed\",\"con_code\",\"empty\"", """["600000.SH","20200331",1.5,"1","X1",null]""", """["600001.SH",null,null,2,"X2",null]"""), null).Rows!;
        Assert.Equal(
            [SourceColumnKind.Symbol, SourceColumnKind.Date, SourceColumnKind.Number, SourceColumnKind.Text, SourceColumnKind.Text, SourceColumnKind.Text],
            rows.Columns.Select(c => c.Kind));
        Assert.Equal("2", rows.Columns[3].Texts[1]);
        Assert.Equal(SourceColumn.NoDate, rows.Columns[1].Dates[1]);
    }

    private static string Leading(long number, int digits)
    {
        string text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return text[..Math.Min(digits, text.Length)];
    }

    private static string Placed(string digits, int decimals) =>
        decimals == 0 ? digits : digits.Length > decimals ? $"{digits[..^decimals]}.{digits[^decimals..]}" : $"0.{digits.PadLeft(decimals, '0')}";

    private static List<TRow> Read<TRow>(TushareBatch rows)
        where TRow : ITushareRow<TRow> => [.. Enumerable.Range(0, rows.RowCount).Select(i => TRow.Read(rows, i))];
}
