using System.Xml;
using NodaTime;
using NodaTime.Text;
using Trame.Registers.Occasions;

namespace Trame.Observe.Occasions;

/// <summary>A search as an Atom feed (RFC 4287): what is new or changed, for those who follow a place with a reader.</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static void Write(XmlWriter xml, string title, string root, string search, Instant updated, IEnumerable<Occasion> entries, Func<Occasion, string> link)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("feed", Namespace);
        xml.WriteElementString("id", Namespace, $"{root}/occasions{search}");
        xml.WriteElementString("title", Namespace, Allowed(title));
        xml.WriteElementString("updated", Namespace, InstantPattern.General.Format(updated));
        Link(xml, "self", $"{root}/occasions.atom{search}");
        Link(xml, "alternate", $"{root}/occasions{search}");
        foreach (var entry in entries)
        {
            xml.WriteStartElement("entry", Namespace);
            xml.WriteElementString("id", Namespace, $"urn:uuid:{entry.Id}");
            xml.WriteElementString("title", Namespace, Allowed(entry.Name));
            xml.WriteElementString("updated", Namespace, InstantPattern.General.Format(entry.ChangedAt));
            xml.WriteElementString("published", Namespace, InstantPattern.General.Format(entry.CreatedAt));
            xml.WriteStartElement("author", Namespace);
            xml.WriteElementString("name", Namespace, Allowed(entry.Source.Length > 0 ? entry.Source : title));
            xml.WriteEndElement();
            xml.WriteElementString("summary", Namespace, Allowed(entry.Summary.Length > 0 ? entry.Summary : entry.Name));
            Link(xml, "alternate", link(entry));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    // XML 1.0 cannot hold every character, not even escaped: one odd name must not cost its readers the whole feed.
    private static string Allowed(string text) => string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)));

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
