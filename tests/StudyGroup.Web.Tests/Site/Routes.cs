using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;

namespace StudyGroup.Web.Tests.Site;

/// <summary>One address that the program answers, with something made up for each of its parameters.</summary>
public sealed record Route(string Path, IReadOnlyList<string> Methods, bool IsStatic)
{
    public bool Takes(string method) => Methods.Count == 0 || Methods.Contains(method);
}

/// <summary>Every address of the program, as its own table of endpoints lists them: what is added later is tested without anybody thinking of it.</summary>
public static class Routes
{
    public static IReadOnlyList<Route> AllRoutes(this StudyGroupSite site) =>
    [
        .. site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => new Route(
                PathOf(endpoint.RoutePattern),
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [],
                endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null))
            .DistinctBy(route => (route.Path, string.Join(',', route.Methods))),
    ];

    /// <summary>The same that can be read, with the parameters' names in them.</summary>
    public static IReadOnlyList<RoutePattern> Readable(this StudyGroupSite site) =>
    [
        .. site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(endpoint => endpoint.RoutePattern).DistinctBy(pattern => pattern.RawText),
    ];

    private static string PathOf(RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Text))));

    private static string Text(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { ParameterPolicies: var policies } when policies.Any(policy => policy.Content == "guid") => "0190a5b4-0000-7000-8000-000000000000",
        RoutePatternParameterPart { ParameterPolicies: var policies } when policies.Any(policy => policy.Content is "int" or "long") => "1",
        _ => "made-up",
    };
}
