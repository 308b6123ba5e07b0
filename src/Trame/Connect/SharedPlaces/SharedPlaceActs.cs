namespace Trame.Connect.SharedPlaces;

/// <summary>What may be done in a place that lives.</summary>
public static class SharedPlaceActs
{
    /// <summary>Book, take one's turn at the door, say « je suis là », tell that something went wrong: anyone.</summary>
    public static readonly Foundation.Web.Act Use = new("place.use", "visitor");

    /// <summary>Hold the place: who booked, who came, members, tools, money, incidents.</summary>
    public static readonly Foundation.Web.Act Host = new("place.host", "coordinator", "counter-agent", "host");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Use, Host];
}
