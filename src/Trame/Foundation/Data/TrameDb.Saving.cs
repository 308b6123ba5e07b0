using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Trame.Foundation.Data;

// How things are saved: history first, then rows, then read models, one transaction; a stale form is refused, never merged in silence.
public sealed partial class TrameDb
{
    /// <summary>What the form showed: if the row changed meanwhile, saving is refused.</summary>
    public void Expect(IVersioned entity, int version) => Entry(entity).Property(nameof(IVersioned.Version)).OriginalValue = version;

    /// <summary>Writes everything the act decided, with its facts, history and read models; or nothing.</summary>
    public async Task<Outcome> Save(CancellationToken stop)
    {
        try
        {
            return await SaveAll(stop);
        }
        finally
        {
            _now = null; // whatever is written next is another act
        }
    }

    private async Task<Outcome> SaveAll(CancellationToken stop)
    {
        ChangeTracker.DetectChanges();
        foreach (var hook in _onSave) hook.Before(this);
        KeepHistory();
        ChangeTracker.DetectChanges();
        var changes = ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => new SavedChange(e.Entity, e.State)).ToList();
        if (changes.Count == 0) return Outcome.Done;

        var owned = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(stop) : null;
        try
        {
            await SaveChangesAsync(stop);
            foreach (var hook in _onSave) await hook.After(this, changes, stop);
            if (owned is not null) await owned.CommitAsync(stop);
            saved(Author.PersonId);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            ChangeTracker.Clear();
            return Refusal.Conflict;
        }
        finally
        {
            if (owned is not null) await owned.DisposeAsync();
        }
    }

    private void KeepHistory()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            var version = entry.Property(nameof(IVersioned.Version));
            if (entry.State == EntityState.Modified) version.CurrentValue = (int)version.OriginalValue! + 1;
            var changed = entry.Properties.Where(p => !Untold.Contains(p.Metadata.Name) && (entry.State == EntityState.Added ? !IsEmpty(p.CurrentValue) : p.IsModified)).ToList();
            if (changed.Count == 0) continue;
            Add(new Revision
            {
                SubjectType = entry.Metadata.ClrType.Name.ToLowerInvariant(),
                SubjectId = entry.Entity.Id,
                Version = entry.Entity.Version,
                At = Now,
                PersonId = Author.PersonId,
                By = Author.Name,
                Reason = Author.Reason,
                Channel = Author.Channel,
                Before = entry.State == EntityState.Added ? [] : changed.ToDictionary(p => p.Metadata.Name, p => Told(p, p.OriginalValue)),
                After = changed.ToDictionary(p => p.Metadata.Name, p => Told(p, p.CurrentValue)),
            });
        }
    }

    // Derived or mechanical columns: a history that listed them would hide what people changed.
    private static readonly HashSet<string> Untold = ["Id", "Version", "ChangedAt", "CreatedAt", "NextAt", "SeenAt", "WeekMask", "SortName", "Kind", "Contour"];

    private static bool IsEmpty(object? value) => value is null or "" or System.Collections.ICollection { Count: 0 };

    private static string? Told(PropertyEntry property, object? value)
    {
        if (value is null) return null;
        var stored = property.Metadata.GetValueConverter() is { } converter && value is not Guid and not NodaTime.Instant ? converter.ConvertToProvider(value) : value;
        return stored switch
        {
            null => null,
            NodaTime.Instant at => NodaTime.Text.InstantPattern.ExtendedIso.Format(at),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            bool yes => yes ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => stored.ToString(),
        };
    }
}
