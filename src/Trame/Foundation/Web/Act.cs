namespace Trame.Foundation.Web;

/// <summary>Something one may be allowed to do, and the roles that may. Words on screen: <c>acts.{key}</c>. « visitor » means anyone.</summary>
public sealed record Act(string Key, params string[] Roles);
