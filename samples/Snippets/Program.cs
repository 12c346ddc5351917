using AlphaKit.Snippets;

// Every code block of README.md and docs/*.md is a #region of this project: it compiles here and runs here.
foreach ((string name, Action run) in AllSnippets.List())
{
    Console.WriteLine($"--- {name}");
    run();
}
