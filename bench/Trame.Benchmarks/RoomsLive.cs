using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Trame.Demo;

namespace Trame.Benchmarks;

/// <summary>A moving debate with a full hall: so many phones, one move a second each, every screen listening. The server is a process of its own; this one is the hall.</summary>
internal static partial class RoomsLive
{
    private const string Room = "/debats/ou-placer-le-composteur-du-quartier-champmilan/salle";
    private static readonly int[] Places = [-100, -50, 0, 50, 100];

    public static async Task Run(Options options)
    {
        var (people, seconds) = (options.Occasions ?? 300, options.Requests is 200 ? 30 : options.Requests);
        var data = options.Data ?? Directory.CreateTempSubdirectory("trame-bench-").FullName;
        await Spaces.Make(data, CreateDemo.Moulins, new DemoSize());
        using var server = Start(data, out var address);
        try
        {
            await Hall(await address, people, seconds, server);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        if (options.Data is null) Directory.Delete(data, recursive: true);
    }

    private static Process Start(string data, out Task<string> address)
    {
        var found = new TaskCompletionSource<string>();
        var process = new Process { StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "trame.dll"), "serve", "--no-demo", "--urls", "http://127.0.0.1:0", "--data", data]) { RedirectStandardOutput = true } };
        process.OutputDataReceived += (_, line) => { if (line.Data?.StartsWith("Trame: http", StringComparison.Ordinal) == true) found.TrySetResult(line.Data.Split(' ')[1]); };
        process.Start();
        process.BeginOutputReadLine();
        address = found.Task;
        return process;
    }

    private static async Task Hall(string address, int people, int seconds, Process server)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = int.MaxValue, AllowAutoRedirect = false }) { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };
        while (!(await http.GetAsync("/health")).IsSuccessStatusCode) await Task.Delay(100);
        using var over = new CancellationTokenSource();
        var screens = Enumerable.Range(0, people).Select(_ => new List<(long Number, long At)>()).ToArray();
        var watching = screens.Select(screen => Watch(http, screen, over.Token)).ToArray();
        var phones = await Task.WhenAll(Enumerable.Range(0, people).Select(_ => Arrive(http)));
        await Task.WhenAll(phones.Select((phone, i) => Post(http, phone, Places[i % 5])));
        await Task.Delay(1000);

        var moves = new List<(long Number, long Sent, long Acknowledged)>[people];
        server.Refresh();
        var (cpu, clock, memory) = (server.TotalProcessorTime, Stopwatch.StartNew(), 0L);
        var walking = Enumerable.Range(0, people).Select(async i =>
        {
            moves[i] = [];
            await Task.Delay(i * 1000 / people);
            for (var n = 1; n <= seconds; n++)
            {
                var sent = Stopwatch.GetTimestamp();
                moves[i].Add((await Post(http, phones[i], Places[(i + n) % 5]), sent, Stopwatch.GetTimestamp()));
                var rest = (i * 1000 / people) + (n * 1000) - (int)clock.ElapsedMilliseconds;
                if (rest > 0) await Task.Delay(rest);
            }
        }).ToArray();
        var all = Task.WhenAll(walking);
        while (!all.IsCompleted)
        {
            server.Refresh();
            memory = Math.Max(memory, server.WorkingSet64);
            await Task.WhenAny(all, Task.Delay(500));
        }

        await all;
        var (elapsed, used) = (clock.Elapsed, Used(server) - cpu);
        await Task.Delay(1500);
        over.Cancel();
        await Task.WhenAll(watching);
        Tell(people, screens, [.. moves.SelectMany(m => m)], elapsed, used, memory);
    }

    private static TimeSpan Used(Process server)
    {
        server.Refresh();
        return server.TotalProcessorTime;
    }

    private static void Tell(int people, List<(long Number, long At)>[] screens, List<(long Number, long Sent, long Acknowledged)> moves, TimeSpan elapsed, TimeSpan used, long memory)
    {
        var (seen, lost) = (new List<double>(), 0);
        foreach (var screen in screens)
            foreach (var move in moves)
            {
                var at = screen.BinarySearch((move.Number, 0), Comparer<(long Number, long At)>.Create((a, b) => a.Number.CompareTo(b.Number)));
                if (at < 0) at = ~at;
                if (at < screen.Count) seen.Add(Stopwatch.GetElapsedTime(move.Sent, screen[at].At).TotalMilliseconds);
                else lost++;
            }

        seen.Sort();
        var written = moves.Select(m => Stopwatch.GetElapsedTime(m.Sent, m.Acknowledged).TotalMilliseconds).Order().ToList();
        var size = $"{people} people, {moves.Count / elapsed.TotalSeconds:0} moves/s, {people} screens";
        Table.Add("a move, until it is written", size, Table.Milliseconds(written[written.Count / 2]), Table.Milliseconds(written[written.Count * 95 / 100]), $"{moves.Count:N0} moves");
        Table.Add("a move, until a screen shows it", size, Table.Milliseconds(seen[seen.Count / 2]), Table.Milliseconds(seen[(int)(seen.Count * 0.95)]), $"p99 {Table.Milliseconds(seen[(int)(seen.Count * 0.99)])}; {lost:N0} not seen");
        Table.Add("the server meanwhile", size, $"{100 * used.TotalSeconds / elapsed.TotalSeconds:0} % of a core", "", $"{memory >> 20:N0} MB at most");
    }

    private sealed record Phone(string Cookies, string Token);

    private static async Task<Phone> Arrive(HttpClient http)
    {
        using var page = await http.GetAsync(Room);
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        var phone = new Phone(Cookies(page, ""), WebUtility.HtmlDecode(token));
        using var first = await Send(http, phone, 0);
        return phone with { Cookies = Cookies(first, phone.Cookies) };
    }

    private static async Task<long> Post(HttpClient http, Phone phone, int position)
    {
        using var answer = await Send(http, phone, position);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK && body.StartsWith("{\"n\":", StringComparison.Ordinal) ? long.Parse(body[5..^1], CultureInfo.InvariantCulture) : throw new InvalidOperationException($"A move was refused: {(int)answer.StatusCode}.");
    }

    private static Task<HttpResponseMessage> Send(HttpClient http, Phone phone, int position)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Room}?handler=Move") { Content = new FormUrlEncodedContent([new("jeton", phone.Token), new("Position", $"{position}"), new("Cause", "own")]) };
        request.Headers.Add("Cookie", phone.Cookies);
        request.Headers.Add("Accept", "application/json");
        return http.SendAsync(request);
    }

    private static string Cookies(HttpResponseMessage answer, string before) =>
        string.Join("; ", (answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]) : []).Prepend(before).Where(c => c.Length > 0));

    private static async Task Watch(HttpClient http, List<(long, long)> screen, CancellationToken over)
    {
        try
        {
            using var answer = await http.GetAsync($"{Room}/flux", HttpCompletionOption.ResponseHeadersRead, over);
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(over));
            while (await reader.ReadLineAsync(over) is { } line)
                if (line.StartsWith("data: {\"n\":", StringComparison.Ordinal)) screen.Add((long.Parse(line.AsSpan(11, line.IndexOf(',', StringComparison.Ordinal) - 11), CultureInfo.InvariantCulture), Stopwatch.GetTimestamp()));
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // the evening is over
        }
    }

    [GeneratedRegex("name=\"jeton\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
