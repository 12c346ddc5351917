using System.Xml.Linq;

namespace AlphaKit.Reports.Tests;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Text_and_attributes_are_escaped()
    {
        HtmlWriter html = new();
        html.Element("p", "<script>alert('x')</script> & \"y\"", ("title", "\"><img src=x onerror=\"alert(1)\">"));
        Assert.DoesNotContain("<script", html.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html.ToString(), StringComparison.Ordinal);
        XElement read = XElement.Parse(html.ToString());
        Assert.Equal("<script>alert('x')</script> & \"y\"", read.Value);
        Assert.Equal("\"><img src=x onerror=\"alert(1)\">", read.Attribute("title")!.Value);
    }

    [Fact]
    public void Characters_that_no_document_may_hold_are_replaced()
    {
        HtmlWriter html = new();
        html.Element("p", "a\0b\u001bc\uD800d\uFFFFe 😀 最大回撤");
        Assert.Equal("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe 😀 最大回撤", XElement.Parse(html.ToString()).Value);
    }

    [Fact]
    public void An_open_element_is_an_error()
    {
        HtmlWriter html = new();
        html.In("div");
        Assert.Throws<InvalidOperationException>(html.ToString);
    }

    [Fact]
    public void Elements_closed_out_of_order_are_an_error()
    {
        HtmlWriter html = new();
        HtmlWriter.Scope outer = html.In("div");
        html.In("p");
        Assert.Throws<InvalidOperationException>(outer.Dispose);
    }

    [Fact]
    public void An_asset_may_not_end_its_own_wrapping()
    {
        Assert.Throws<ArgumentException>(() => new HtmlWriter().Asset("script", "x = ']]>'"));
        Assert.Throws<ArgumentException>(() => new HtmlWriter().Asset("script", "x = '</script>'"));
        Assert.Throws<ArgumentException>(() => new HtmlWriter().Json("{\"a\":\"<b>\"}"));
    }
}
