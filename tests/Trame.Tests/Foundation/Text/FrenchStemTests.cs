using Trame.Foundation.Text;

namespace Trame.Tests.Foundation.Text;

public sealed class FrenchStemTests
{
    [Theory]
    [InlineData("jardin", "jardins")]
    [InlineData("atelier", "ateliers")]
    [InlineData("cheval", "chevaux")]
    [InlineData("journal", "journaux")]
    [InlineData("travail", "travaux")]
    [InlineData("gâteau", "gâteaux")]
    [InlineData("bureau", "bureaux")]
    [InlineData("lieu", "lieux")]
    [InlineData("jeu", "jeux")]
    [InlineData("chou", "choux")]
    [InlineData("eau", "eaux")]
    [InlineData("préau", "préaux")]
    [InlineData("noyau", "noyaux")]
    [InlineData("œil", "yeux")]
    [InlineData("fête", "fêtes")]
    [InlineData("café", "cafés")]
    [InlineData("rue", "rues")]
    [InlineData("association", "associations")]
    [InlineData("repas", "repas")]
    [InlineData("partagé", "partagés", "partagée", "partagées")]
    [InlineData("social", "sociaux", "sociale", "sociales")]
    [InlineData("ami", "amis", "amie", "amies")]
    [InlineData("culturel", "culturels", "culturelle", "culturelles")]
    [InlineData("actif", "actifs", "active", "actives")]
    [InlineData("heureux", "heureuse", "heureuses")]
    [InlineData("premier", "premiers", "première", "premières")]
    [InlineData("citoyen", "citoyens", "citoyenne", "citoyennes")]
    [InlineData("bon", "bons", "bonne", "bonnes")]
    [InlineData("animateur", "animateurs", "animatrice", "animatrices")]
    [InlineData("public", "publics", "publique", "publiques")]
    [InlineData("français", "française", "françaises")]
    [InlineData("nouveau", "nouveaux", "nouvelle", "nouvelles", "nouvel")]
    [InlineData("gratuit", "gratuits", "gratuite", "gratuites")]
    [InlineData("ouvert", "ouverte", "ouvertes")]
    [InlineData("aîné", "aînés", "aînée", "aînées")]
    public void One_stem_for(params string[] forms) => forms.Select(Stem).Distinct().Count().ShouldBe(1, string.Join(", ", forms.Select(Stem)));

    [Theory]
    [InlineData("cours", "cour")]
    [InlineData("course", "cour")]
    [InlineData("mois", "moi")]
    [InlineData("bois", "boa")]
    [InlineData("jardin", "jardinier")]
    [InlineData("poisson", "poison")]
    public void Two_stems_for(string one, string other) => Stem(one).ShouldNotBe(Stem(other));

    [Theory]
    [InlineData("rue")]
    [InlineData("18h30s")]
    [InlineData("2026")]
    [InlineData("bus")]
    public void Left_alone(string word) => FrenchStem.Of(word).ShouldBe(word);

    private static string Stem(string word) => FrenchStem.Of(FrenchTokens.Tokens(word).Single());
}
