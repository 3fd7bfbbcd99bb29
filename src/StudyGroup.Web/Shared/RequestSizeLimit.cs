using Microsoft.AspNetCore.Http.Metadata;

namespace StudyGroup.Web.Shared;

/// <summary>The largest body that an endpoint reads, in bytes.</summary>
public sealed class RequestSizeLimit(long bytes) : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => bytes;
}
