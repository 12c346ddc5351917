namespace AlphaKit.Reports.Tests;

/// <summary>A fact that needs Chromium; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (ChromiumProcess.Executable is null) Skip = "No Chromium was found (chromium, chromium-browser or google-chrome in /usr/bin): pages are opened where there is one.";
    }
}
