using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Trame.Engines.OpinionMap;
using Trame.Engines.OpinionMap.Files;
using Trame.Engines.OpinionMap.Reference;
using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Deliberate.Debates;

/// <summary><c>trame opinions</c>: an opinion map from a file of votes, for whoever owns the data.</summary>
internal static class OpinionsVerb
{
    // Bytes that are not UTF-8 become a character that no text holds: the engine then says the line.
    private static readonly Encoding Utf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFF"));

    public static Command Of(CommandHost host)
    {
        var votes = new Option<FileInfo>("--votes") { Description = Texts.Get("cli.opinions.votes"), Required = true };
        var comments = new Option<FileInfo?>("--comments") { Description = Texts.Get("cli.opinions.comments") };
        var method = new Option<string>("--method") { Description = Texts.Get("cli.opinions.method"), DefaultValueFactory = _ => "robust" };
        method.AcceptOnlyFromAmong("reference", "robust");
        var seed = new Option<ulong>("--seed") { Description = Texts.Get("cli.opinions.seed"), DefaultValueFactory = _ => 1 };
        var opinions = new Command("opinions", Texts.Get("cli.opinions")) { votes, comments, method, seed, host.Json };
        opinions.SetAction((parsed, stop) => Run(
            new(parsed.GetValue(votes)!, parsed.GetValue(comments), parsed.GetValue(method) == "reference" ? MapMethod.Reference : MapMethod.Robust, parsed.GetValue(seed), parsed.GetValue(host.Json), parsed.GetValue(host.Plain)), stop));
        return opinions;
    }

    private sealed record Request(FileInfo Votes, FileInfo? Comments, MapMethod Method, ulong Seed, bool Json, bool Plain);

    private static async Task<int> Run(Request request, CancellationToken stop)
    {
        foreach (var file in new[] { request.Votes, request.Comments }.OfType<FileInfo>())
            if (!file.Exists) return await CommandHost.Fail("cli.no-file", file.FullName);
        var votes = Read(request.Votes, reader => VoteReader.Read(reader, stop));
        if (votes.Problem is { } wrong) return await Refuse(request.Votes, wrong);
        var comments = request.Comments is null ? new([], null) : Read(request.Comments, reader => CommentReader.Read(reader, stop));
        if (comments.Problem is { } wrongComments) return await Refuse(request.Comments!, wrongComments);
        if (votes.Ignored.Count > 0) await Console.Error.WriteLineAsync(Texts.Get("debates.opinions.ignored", string.Join(", ", votes.Ignored.Take(5))));
        var (result, seconds) = await ProgressLine.Run(request.Plain, "debates.opinions.doing", _ => Task.Run(() => Draw(request, votes, comments, stop), stop));
        if (request.Json) await OpinionsJson.Write(result, seconds, stop);
        else OpinionsReport.Print(result, comments.Comments, seconds);
        return 0;
    }

    private static (OpinionMapResult Result, double Seconds) Draw(Request request, VoteFile votes, CommentFile comments, CancellationToken stop)
    {
        var moderatedOut = comments.Comments.Where(c => c.IsOut).Select(c => c.Id).ToHashSet();
        var started = Stopwatch.GetTimestamp();
        var result = request.Method == MapMethod.Reference && votes.HasTimes
            ? OpinionMapping.Told(ReferenceReplay.Run(votes.Votes, moderatedOut, ReferenceReplay.UsualUpdates, options: new(Iterations: 100, Seed: request.Seed), stop: stop), moderatedOut)
            : OpinionMapping.Draw(VoteTable.Of(votes.Votes), moderatedOut, request.Method, request.Seed, stop);
        return (result, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static T Read<T>(FileInfo file, Func<TextReader, T> read)
    {
        using var reader = new StreamReader(file.OpenRead(), Utf8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        return read(reader);
    }

    private static Task<int> Refuse(FileInfo file, VoteFileProblem problem) => CommandHost.Fail("debates.opinions.wrong", file.Name, problem.Line, problem.Column,
        Texts.Get($"debates.opinions.trouble.{Foundation.Data.EnumWords.Write(problem.Trouble)}", OneLine(problem.Found)));

    private static string OneLine(string found)
    {
        var line = string.Join(' ', found.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 40 ? line : line[..40] + "…";
    }
}
