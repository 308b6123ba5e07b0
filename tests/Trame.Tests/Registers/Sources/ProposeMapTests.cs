using Trame.Foundation.Text;
using Trame.Registers.Sources;
using Trame.Tests.Foundation.Tables;

namespace Trame.Tests.Registers.Sources;

/// <summary>Lists that nobody prepared: how many columns a person would have to correct in what is proposed.</summary>
public sealed class ProposeMapTests
{
    private static readonly HashSet<string> Communes = [.. ((string[])["Angers", "Bordeaux", "Yzeure", "Moulins", "Saint-Fraigne", "Tusson"]).Select(n => Slug.From(n))];

    // What a person who reads each list would say. « a|b »: either is right. Columns that are not named here say nothing of a place.
    private static readonly Dictionary<string, Dictionary<string, string>> Truth = new()
    {
        ["mednum/angers.json"] = new()
        {
            ["TYPO_UID"] = "id", ["USER_NOM"] = "name", ["USER_TYPE"] = "type|", ["USER_ADRES"] = "address", ["LAT"] = "latitude", ["LNG"] = "longitude", ["DATE_MAJ"] = "updated", ["PUBLIC_"] = "audiences", ["HORAIRE"] = "hours", ["TRANSPORT"] = "nearest-stop|how-to-come", ["TELEPHONE"] = "phone",
            ["MAIL"] = "email", ["SITE_INTER"] = "website", ["code_postal"] = "postal-code", ["commune"] = "territory", ["QUALIF1"] = "offers", ["QUALIF2"] = "offers", ["QUALIF3"] = "offers", ["QUALIF4"] = "offers", ["ACCES_ORDI"] = "offers", ["WIFI"] = "offers", ["PRET_MAT"] = "offers", ["REPAR_MAT"] = "offers",
            ["AIDE_DEMAT"] = "offers", ["FORM_PERF"] = "offers", ["SENS_INTER"] = "offers", ["AVIS_NUM"] = "offers",
        },
        ["mednum/gironde.json"] = new()
        {
            ["Dernière MAJ"] = "updated", ["Lieu"] = "name", ["Type Structure"] = "carrier|type", ["Commune"] = "territory", ["Adresse postale"] = "address", ["Email"] = "email", ["Description"] = "description", ["Site internet"] = "website", ["Téléphone"] = "phone", ["Coord. X"] = "latitude", ["Coord. Y"] = "longitude",
            ["services"] = "offers", ["equipements"] = "offers",
        },
        ["mednum/la-creuse.json"] = new()
        {
            ["id"] = "id", ["nom"] = "name", ["description"] = "description", ["latitude"] = "latitude", ["longitude"] = "longitude", ["téléphone"] = "phone", ["adresse"] = "address", ["code_postal"] = "postal-code", ["commune"] = "territory", ["horaires"] = "hours", ["services"] = "offers", ["modalites_accompagnement"] = "|offers|conditions",
        },
        ["mednum/bus-france-services-charente.json"] = new()
        {
            ["id"] = "id", ["SIRET"] = "siret", ["nom"] = "name", ["commune"] = "territory", ["code_postal"] = "postal-code", ["code_insee"] = "commune-code", ["adresse"] = "address", ["complement_adresse"] = "address-more", ["latitude"] = "latitude", ["longitude"] = "longitude", ["typologie"] = "type", ["telephone"] = "phone",
            ["courriel"] = "email", ["site_web"] = "website", ["horaires"] = "hours", ["presentation_resume"] = "summary", ["presentation_detail"] = "description", ["date_maj"] = "updated", ["services"] = "offers", ["publics_accueillis"] = "audiences", ["conditions_acces"] = "conditions", ["accessibilite"] = "access|acceslibre", ["prise_rdv"] = "conditions|", ["ouverture"] = "hours-note",
        },
        ["mednum/exemple-valide.csv"] = new()
        {
            ["id"] = "id", ["pivot"] = "siret", ["nom"] = "name", ["commune"] = "territory", ["code_postal"] = "postal-code", ["code_insee"] = "commune-code", ["adresse"] = "address", ["complement_adresse"] = "address-more", ["latitude"] = "latitude", ["longitude"] = "longitude", ["typologie"] = "type", ["telephone"] = "phone", ["courriels"] = "email",
            ["site_web"] = "website", ["horaires"] = "hours", ["presentation_resume"] = "summary", ["presentation_detail"] = "description", ["itinerance"] = "itinerant", ["date_maj"] = "updated", ["services"] = "offers", ["publics_specifiquement_adresses"] = "audiences", ["prise_en_charge_specifique"] = "audiences|access", ["frais_a_charge"] = "cost",
            ["modalites_acces"] = "conditions", ["fiche_acces_libre"] = "acceslibre", ["prise_rdv"] = "conditions", ["modalites_accompagnement"] = "|offers", ["dispositif_programmes_nationaux"] = "|offers",
        },
        ["france-services/liste-fs-20240801.csv"] = new()
        {
            ["id_fs"] = "id", ["lib_fs"] = "name", ["adresse"] = "address", ["complement_adresse"] = "address-more", ["insee_com"] = "commune-code", ["code_postal"] = "postal-code", ["lib_com"] = "territory", ["latitude"] = "latitude", ["longitude"] = "longitude", ["mail"] = "email", ["telephone"] = "phone", ["h_lundi"] = "hours-Mo", ["h_mardi"] = "hours-Tu",
            ["h_mercredi"] = "hours-We", ["h_jeudi"] = "hours-Th", ["h_vendredi"] = "hours-Fr", ["h_samedi"] = "hours-Sa", ["format_fs"] = "itinerant", ["commentaire"] = "hours-note|description", ["prise_rdv"] = "|conditions",
        },
        ["tiers-lieux/CGET_TiersLieux_2019.csv"] = new()
        {
            ["ID"] = "id", ["NOM_TL"] = "name", ["ADRESSE"] = "address", ["CP"] = "postal-code", ["INSEECOM"] = "commune-code", ["NOMCOM"] = "territory", ["WEB"] = "website", ["TYPO"] = "|type", ["LAT"] = "latitude", ["LONG"] = "longitude", ["MAIL"] = "email",
        },
        ["tiers-lieux/CGET_TiersLieux_2019.geojson"] = new()
        {
            ["ID"] = "id", ["NOM_TL"] = "name", ["ADRESSE"] = "address", ["CP"] = "postal-code", ["INSEECOM"] = "commune-code", ["NOMCOM"] = "territory", ["WEB"] = "website", ["TYPO"] = "|type", ["MAIL"] = "email", ["geometry.latitude"] = "latitude", ["geometry.longitude"] = "longitude",
        },
    };

    public static TheoryData<string> Lists => [.. Truth.Keys];

    [Theory, MemberData(nameof(Lists))]
    public void A_published_list_needs_at_most_two_corrections(string list)
    {
        using var published = PlacesData.Open(list);
        using var copy = new MemoryStream();
        published.CopyTo(copy);
        var map = PlaceFile.Of(copy.ToArray()).Understand(Communes).Understood.ShouldNotBeNull().Map;
        var wrong = map.Columns.Where(c => !Truth[list].GetValueOrDefault(c.Column, "").Split('|').Contains(c.Field)).Select(c => $"{c.Column} → {c.Field}").ToList();
        wrong.Count.ShouldBeLessThanOrEqualTo(2, string.Join(", ", wrong));
    }

    [Theory]
    [InlineData("Nom du lieu ou de la structure *;Commune *;Code postal *;Adresse postale *;N° de téléphone;E-mail de contact;Site Web;Horaires d'ouverture;Latitude;Longitude\nLe Fil;Yzeure;03400;2 rue Haute;04 70 00 00 01;a@exemple.fr;www.exemple.fr;Mo 09:00-12:00;46.5;3.3\n", "name territory postal-code address phone email website hours latitude longitude")]
    [InlineData("structure;rue;ville;cp;tel;mel;gps\nLe Fil;2 rue Haute;Yzeure;03400;0470000001;a@exemple.fr;46.5661, 3.3544\n", "name address territory postal-code phone email point")]
    [InlineData("bf_titre,bf_adresse,bf_code_postal,bf_ville,bf_latitude,bf_longitude,bf_mail\nLe Fil,2 rue Haute,03400,Yzeure,46.5661,3.3544,a@exemple.fr\n", "name address postal-code territory latitude longitude email")]
    [InlineData("nomEquipement;adresseComplete;codeInsee;prenomResponsable;Nom du responsable\nLe Fil;2 rue Haute;03321;Anne;Blanc\n", "name address commune-code  ")]
    [InlineData("A;B;C;D;E\nMaison des jeunes;12 rue des Lilas;04 70 00 00 01;a@exemple.fr;03400\nCafé du coin;3 place Haute;04 70 00 00 02;b@exemple.fr;03000\nAtelier vélo;8 avenue Basse;04 70 00 00 03;c@exemple.fr;03400\n", "name address phone email ")]
    [InlineData("lieu;coord_x;coord_y\nLe Fil;725000,5;6600000,2\nLa Halle;726000,1;6601000,9\n", "name longitude latitude")]
    public void Columns_nobody_prepared_are_understood_and_people_left_out(string csv, string fields)
    {
        var map = PlaceFile.Of(System.Text.Encoding.UTF8.GetBytes(csv)).Understand(Communes).Understood.ShouldNotBeNull().Map;
        string.Join(' ', map.Columns.Select(c => c.Field)).ShouldBe(fields);
    }

    [Theory]
    [InlineData("Mo-Fr 09:00-12:00", "hours")]
    [InlineData("lundi 9h-12h", "hours")]
    [InlineData("sur rendez-vous", "hours-note")]
    public void Opening_is_hours_or_a_remark_by_what_it_says(string said, string field) =>
        PlaceFile.Of(System.Text.Encoding.UTF8.GetBytes($"nom;commune;Ouverture\nLa ruche;Yzeure;{said}\n")).Understand(Communes).Understood.ShouldNotBeNull().Map.Columns[2].Field.ShouldBe(field);

    [Fact]
    public void A_map_is_written_and_read_again_and_a_wrong_one_is_told()
    {
        var map = PlaceFile.Of("nom;ville;truc\nA b;Yzeure;1\n"u8.ToArray()).Understand(Communes).Understood.ShouldNotBeNull().Map with { Source = "Mairie", Type = "library", Always = new Dictionary<string, string> { ["cost"] = "free" } };
        var read = ColumnMapFile.Read(ColumnMapFile.Write(map)).Map.ShouldNotBeNull();
        read.Columns.Select(c => (c.Column, c.Field)).ShouldBe(map.Columns.Select(c => (c.Column, c.Field)));
        (read.Source, read.Type, read.Always["cost"]).ShouldBe(("Mairie", "library", "free"));
        ColumnMapFile.Read("{").Problem.ShouldNotBeNull();
        ColumnMapFile.Read("[1]").Problem.ShouldNotBeNull();
        ColumnMapFile.Read("""{"columns":{"a":"nonsense"}}""").Problem!.Args.ShouldContain("nonsense");
        ColumnMapFile.Read("""{"columns":{"a":"name","b":"name"}}""").Problem.ShouldNotBeNull();
        ColumnMapFile.Read("""{"columns":{"a":"name"},"type":"castle"}""").Problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Lundi et jeudi : 14h à 18h Mardi et Vendredi : 9h à 12h30 et 14h à 18h", "Mo,Th 14:00-18:00; Tu,Fr 09:00-12:30,14:00-18:00")]
    [InlineData("Du lundi au vendredi de 9h à 12h", "Mo-Fr 09:00-12:00")]
    [InlineData("mercredi 10H-12H, samedi 9h30-12h", "We 10:00-12:00; Sa 09:30-12:00")]
    [InlineData("lundi 9h-12h (sauf vacances)", null)]
    [InlineData("sur rendez-vous", null)]
    [InlineData("1er lundi du mois 9h-12h", null)]
    [InlineData("lundi de 18h à 9h", null)]
    [InlineData("lundi", null)]
    [InlineData("semaine paire : lundi 9h-12h", null)]
    public void Hours_in_words_are_translated_whole_or_not_at_all(string words, string? osm) => HoursInWords.Read(words).ShouldBe(osm);
}
