using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Deliberate.Debates;
using Trame.Engines.OpinionMap;
using Trame.Engines.OpinionMap.Robust;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Deliberate.Opinions;

/// <summary>Draws the map of a debate from its votes, and leaves out what the threshold hides. A drawing is kept while nothing changes, and for half a minute while people vote.</summary>
public sealed class DrawOpinions(TrameDb db, CurrentSpace space, DrawOpinions.Kept kept)
{
    private const double Dividing = 0.25; // half the largest difference between two groups' mean votes
    private const int Told = 5;
    private static readonly Duration Fresh = Duration.FromSeconds(30);

    /// <summary>What was drawn last, by space and debate; one drawing at a time for each.</summary>
    public sealed class Kept
    {
        private readonly ConcurrentDictionary<(string, Guid), (string Of, OpinionResults Results)> _drawn = new();
        private readonly ConcurrentDictionary<(string, Guid), SemaphoreSlim> _gates = new();

        internal async Task<OpinionResults> Of((string, Guid) which, string of, Instant now, Func<Task<OpinionResults>> draw)
        {
            if (Known(which, of, now) is { } known) return known;
            var gate = _gates.GetOrAdd(which, static _ => new SemaphoreSlim(1, 1));
            await gate.WaitAsync();
            try
            {
                if (Known(which, of, now) is { } made) return made;
                var drawn = await draw();
                _drawn[which] = (of, drawn);
                return drawn;
            }
            finally
            {
                gate.Release();
            }
        }

        private OpinionResults? Known((string, Guid) which, string of, Instant now) =>
            _drawn.TryGetValue(which, out var last) && (last.Of == of || (last.Results.Waits == 0 && last.Results.At <= now && now - last.Results.At < Fresh)) ? last.Results : null;
    }

    public async Task<OpinionResults> Of(Debate debate, CancellationToken stop)
    {
        var votes = await db.Set<OpinionVote>().CountAsync(v => v.DebateId == debate.Id, stop);
        var statements = await db.Set<OpinionStatement>().AsNoTracking().Where(s => s.DebateId == debate.Id).OrderBy(s => s.Number).ToListAsync(stop);
        var threshold = space.Settings.SecrecyThreshold;
        return await kept.Of((space.Space.Slug, debate.Id), $"{votes} {threshold} {string.Join(' ', statements.Select(s => (int)s.State))}", db.Now, async () =>
        {
            var cast = await db.Set<OpinionVote>().AsNoTracking().Where(v => v.DebateId == debate.Id).OrderBy(v => v.Id).Select(v => new { v.Voter, v.Statement, v.Value }).ToListAsync(stop);
            var table = OpinionTable.Of(cast.Select(v => (v.Voter, v.Statement, v.Value)));
            return await Task.Run(() => Draw(table, statements, threshold, db.Now, stop), stop);
        });
    }

    /// <summary>The map and what may be told of it. Pure: the same answers give the same results.</summary>
    public static OpinionResults Draw(OpinionTable table, IReadOnlyList<OpinionStatement> statements, int threshold, Instant at, CancellationToken stop)
    {
        if (table.People < threshold) return new(at, table.People, table.Answers, threshold - table.People, GroupAnswer.None, [], false, 0, [], [], [], [], 0, []);
        var left = statements.Where(s => s.State != StatementState.Open).Select(s => (long)s.Number).ToHashSet();
        var map = Engines.OpinionMap.OpinionMapping.Draw(table.Votes(), left, stop: stop);
        var hidden = map.Groups.Any(g => g.Size < threshold);
        var groups = hidden ? [] : map.Groups;
        var groupOf = map.Participants.ToDictionary(p => p.Id, p => p.Group);
        var lines = statements.Where(s => s.State == StatementState.Open).Select(s => Line(table, s, groups, groupOf, threshold)).ToDictionary(l => l.Number);
        var unites = (groups.Count > 0 ? map.Bridging : map.Consensus).Select(v => (int)v.Comment).Where(n => Tellable(lines, n)).Take(Told).Select(n => lines[n]);
        var divides = map.Statements.Where(s => s.Polarisation >= Dividing && Tellable(lines, (int)s.Comment)).OrderByDescending(s => s.Polarisation).Take(Told).Select(s => lines[(int)s.Comment]);
        return new(at, table.People, table.Answers, 0, map.Stability?.Answer ?? GroupAnswer.None, [.. groups.Select(g => g.Size)], hidden, map.Stability?.Rand ?? 0, [.. unites], groups.Count > 0 ? [.. divides] : [],
            [.. groups.Select(g => (IReadOnlyList<OpinionLine>)[.. g.Representative.Select(v => (int)v.Comment).Where(n => Tellable(lines, n)).Take(Told).Select(n => lines[n])])], [.. lines.Values], map.Missing.TooFewVotes < threshold ? 0 : map.Missing.TooFewVotes, [.. map.Missing.LittleSeen.Select(s => (int)s.Comment)]);
    }

    private static bool Tellable(Dictionary<int, OpinionLine> lines, int number) => lines.TryGetValue(number, out var line) && line.Agree is not null;

    // Groups are told on a statement only where none of them could be guessed from few people, the rest included.
    private static OpinionLine Line(OpinionTable table, OpinionStatement statement, IReadOnlyList<OpinionGroup> groups, Dictionary<long, int?> groupOf, int threshold)
    {
        var (agree, disagree, pass) = table.Count(statement.Number);
        double seen = agree + disagree + pass;
        if (seen < threshold) return new(statement.Number, statement.Text, null, null, null, null, []);
        var counts = groups.Select(g => table.Count(statement.Number, person => groupOf.GetValueOrDefault(person) == g.Id)).ToList();
        var told = counts.Count > 0 && counts.All(c => c.Agree + c.Disagree + c.Pass >= threshold);
        return new(statement.Number, statement.Text, (int)seen, agree / seen, disagree / seen, pass / seen, told ? [.. counts.Select(c => c.Agree / (double)(c.Agree + c.Disagree + c.Pass))] : []);
    }
}
