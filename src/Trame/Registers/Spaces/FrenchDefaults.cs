namespace Trame.Registers.Spaces;

/// <summary>What the department of a space lets us guess, so that nobody has to set it: school zone and clock. Each can be changed in the settings.</summary>
public static class FrenchDefaults
{
    // Ministry of Education, zones of the school calendar by académie. Departments of the académies of zones A and C; the rest of the mainland is in B.
    private static readonly HashSet<string> ZoneA = [.. "01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 79 86 87 89 90".Split(' ')];
    private static readonly HashSet<string> ZoneC = [.. "09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95".Split(' ')];

    // IANA zones of the departments and collectivities overseas.
    private static readonly Dictionary<string, string> Zones = new()
    {
        ["971"] = "America/Guadeloupe", ["972"] = "America/Martinique", ["973"] = "America/Cayenne", ["974"] = "Indian/Reunion", ["975"] = "America/Miquelon",
        ["976"] = "Indian/Mayotte", ["977"] = "America/St_Barthelemy", ["978"] = "America/Marigot", ["986"] = "Pacific/Wallis", ["987"] = "Pacific/Tahiti", ["988"] = "Pacific/Noumea",
    };

    /// <summary>A, B or C; empty where the national zones do not apply (Corsica, overseas) or when no department is meant.</summary>
    public static string SchoolZone(string department) => department switch
    {
        _ when ZoneA.Contains(department) => "A",
        _ when ZoneC.Contains(department) => "C",
        { Length: 2 } and not ("2A" or "2B") => "B",
        _ => "",
    };

    public static string TimeZone(string department) => Zones.GetValueOrDefault(department, "Europe/Paris");
}
