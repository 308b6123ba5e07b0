using Spectre.Console;
using Trame.Foundation.Ui;

namespace Trame.Foundation;

/// <summary>Tells how far a long piece of work is: a moving line on a terminal, one line per step in a log (--plain, or when the output is not a terminal).</summary>
public static class ProgressLine
{
    public static async Task<T> Run<T>(bool plain, string textKey, Func<Action<string, long>, Task<T>> work)
    {
        var title = Texts.Get(textKey);
        if (plain || Console.IsErrorRedirected)
        {
            await Console.Error.WriteLineAsync($"{title}…");
            return await work((what, count) => Console.Error.WriteLine($"  {what}: {count}"));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Status().StartAsync($"{Markup.Escape(title)}…",
            status => work((what, count) => status.Status($"{Markup.Escape(title)}… {Markup.Escape(what)} {count:N0}")));
    }
}
