using Amazon.RDS.Model;
using Amazon.Runtime.Internal;

namespace Amazon.RDS.Internal;

internal static class TagOperations
{
    public static InvokeOptions AddTagsToResource { get; } = RdsService.Operation<AddTagsToResourceRequest, AddTagsToResourceResponse>(
        nameof(AddTagsToResource),
        static (form, request) =>
        {
            form.Add("ResourceName", request.ResourceName);
            form.AddList("Tags", "Tag", request.Tags, static (tagForm, tag) =>
            {
                tagForm.Add("Key", tag.Key);
                tagForm.Add("Value", tag.Value);
            });
        },
        static (_, _, _) => { });

    public static InvokeOptions RemoveTagsFromResource { get; } =
        RdsService.Operation<RemoveTagsFromResourceRequest, RemoveTagsFromResourceResponse>(
        nameof(RemoveTagsFromResource),
        static (form, request) =>
        {
            form.Add("ResourceName", request.ResourceName);
            form.AddList("TagKeys", "member", request.TagKeys);
        },
        static (_, _, _) => { });
}
