namespace Trame.Engines.Opportunities;

/// <summary>A need that could come to a session, and what it brings: weight × fit − cost of its way.</summary>
internal readonly record struct Entry(int Need, double Value, double Fit, double Minutes);

/// <summary>A venue, a kind and an hour, and who could come; <see cref="Venue"/> counts places first, then moments.</summary>
internal sealed record Session(int Venue, int Kind, int Start, WeekHours Hours, int Seats, int Least, Entry[] Entries);

/// <summary>A session with someone to lead it. <see cref="Cost"/>: its ways and its effort.</summary>
internal sealed record Candidate(int Session, int Giver, int Equipment, double Minutes, double Cost);
