using System.Text;

namespace Trame.Tests;

/// <summary>The two outputs of one call of the program among several at once in the same process: each call reads its own.</summary>
internal sealed class OwnConsole : IDisposable
{
    private static readonly AsyncLocal<OwnConsole?> Current = new();

    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    static OwnConsole()
    {
        Console.SetOut(new Switch(Console.Out, c => c._out));
        Console.SetError(new Switch(Console.Error, c => c._error));
    }

    public string Out => Read(_out);

    public string Error => Read(_error);

    public static OwnConsole Open() => Current.Value = new OwnConsole();

    public void Dispose() => Current.Value = null;

    private static string Read(StringWriter written)
    {
        lock (written) return written.ToString();
    }

    private sealed class Switch(TextWriter shared, Func<OwnConsole, StringWriter> choose) : TextWriter
    {
        public override Encoding Encoding => shared.Encoding;

        public override void Write(char value) => To(w => w.Write(value));

        public override void Write(string? value) => To(w => w.Write(value));

        public override void WriteLine(string? value) => To(w => w.WriteLine(value));

        public override void Flush() => shared.Flush();

        private void To(Action<TextWriter> write)
        {
            var writer = Current.Value is { } own ? choose(own) : shared;
            lock (writer) write(writer);
        }
    }
}
