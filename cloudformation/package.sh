#!/usr/bin/env bash
# Makes what an operator deploys: the function's packages, scheduler-cli, both templates, a bill of materials and checksums.
# The same sources give the same files, wherever and whenever they are built with the SDK of global.json and the same linker and C library.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: cloudformation/package.sh [--out FOLDER] [--bucket NAME] [--prefix PREFIX] [--version VERSION] [--only function]

  --out FOLDER       where the files go, in place of older packages (default: dist)
  --bucket NAME      default of the template's parameter CodeBucket (default: blank, which is instance-scheduler-<account>-<region>)
  --prefix PREFIX    default of its parameter CodeKeyPrefix (default: instance-scheduler)
  --version VERSION  default: the version in Directory.Build.props
  --only function    the function's package for x86_64 and nothing else

Needs the .NET SDK, clang, zlib's headers and zip. The files for arm64 are made where aarch64-linux-gnu-gcc and zlib for arm64 are installed.
TEXT
}

root=$(cd "$(dirname "$0")/.." && pwd)
target="$root/dist" bucket='' prefix='' version='' only=''
while [ $# -gt 0 ]; do
  case $1 in
    --out | --bucket | --prefix | --version | --only)
      [ $# -gt 1 ] || { echo "package.sh: $1 needs a value" >&2; exit 2; }
      case $1 in --out) target=$2 ;; --bucket) bucket=$2 ;; --prefix) prefix=$2 ;; --version) version=$2 ;; --only) only=$2 ;; esac
      shift 2
      ;;
    -h | --help) usage; exit 0 ;;
    *) echo "package.sh: '$1' is no option; --help shows them" >&2; exit 2 ;;
  esac
done
[ -z "$only" ] || [ "$only" = function ] || { echo "package.sh: --only takes 'function', not '$only'" >&2; exit 2; }
[[ -z $bucket || $bucket =~ ^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$ ]] || { echo "package.sh: '$bucket' is no name of a bucket" >&2; exit 2; }
[[ -z $prefix || $prefix =~ ^[a-zA-Z0-9_.-]([a-zA-Z0-9_./-]*[a-zA-Z0-9_.-])?$ ]] || { echo "package.sh: '$prefix' is no prefix: letters, digits and . _ - with slashes between" >&2; exit 2; }
[ -n "$target" ] || { echo "package.sh: --out needs a folder" >&2; exit 2; }
target=$(realpath -m -- "$target")
# What is there goes once the new files are complete: only packages may.
[[ ! -e $target || ( -d $target && ( -e $target/SHA256SUMS || -z $(ls -A -- "$target") ) ) ]] && [[ $target != / && ! $root/ == "$target"/* ]] ||
  { echo "package.sh: '$target' holds something else than packages; name a folder that is new or empty" >&2; exit 2; }
for tool in dotnet clang zip; do
  command -v "$tool" >/dev/null || { echo "package.sh: '$tool' is not installed; see docs/deploy.md#build-it" >&2; exit 1; }
done

cd "$root"
template_version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
version=${version:-$template_version}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || { echo "package.sh: '$version' is no version such as 1.2.3" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out="$work/out"
mkdir "$out"
# Paths and commits in the binaries would make them differ from place to place.
reproducible=(-p:ContinuousIntegrationBuild=true -p:Deterministic=true -p:DebugType=none -p:IncludeSourceRevisionInInformationalVersion=false "-p:Version=$version")
# What the archives say of time: the first moment that a zip can tell.
moment=198001010000
# Of Amazon Linux 2023.
lambda_glibc=GLIBC_2.34

say() { printf '%s\n' "$*" >&2; }

# usage: compile PROJECT RUNTIME    leaves the files in $work/PROJECT-RUNTIME
compile() {
  local project=$1 runtime=$2 cross=()
  [ "$runtime" != linux-arm64 ] || cross=(-p:ObjCopyName=aarch64-linux-gnu-objcopy)
  say "compiling $project for $runtime ..."
  dotnet publish "src/InstanceScheduler.$project" -c Release -r "$runtime" "${reproducible[@]}" "${cross[@]}" -o "$work/$project-$runtime" -v quiet -nologo >"$work/log" 2>&1 ||
    { cat "$work/log" >&2; return 1; }
  if grep -E 'warning|IL[0-9]{4}' "$work/log" >&2; then say "package.sh: the build of $project has warnings"; return 1; fi
  rm -f "$work/$project-$runtime"/*.dbg
}

# usage: runs_on_lambda FILE    a program needs the C library of the machine that linked it, or a newer one; elsewhere it does not even start
runs_on_lambda() {
  local newest
  newest=$(grep -aoE 'GLIBC_2\.[0-9]+' "$1" | sort -V | tail -n 1)
  [ "$(printf '%s\n' "$newest" "$lambda_glibc" | sort -V | tail -n 1)" = "$lambda_glibc" ] ||
    { say "package.sh: linked here, the function needs $newest, and provided.al2023 has $lambda_glibc: build on an older system, such as Debian 12"; return 1; }
}

# usage: starts_fast FILE    type 2 of the ELF header is a program at fixed addresses; any other is patched at each start (docs/decisions/ready-at-the-start.md)
starts_fast() {
  [ "$(od -An -tu2 -j16 -N2 "$1" | tr -d ' ')" = 2 ] || { say "package.sh: the function is not linked at fixed addresses"; return 1; }
}

# usage: function_zip RUNTIME ARCHITECTURE
function_zip() {
  compile Lambda "$1"
  local folder="$work/Lambda-$1"
  runs_on_lambda "$folder/bootstrap"
  starts_fast "$folder/bootstrap"
  chmod 755 "$folder/bootstrap"
  TZ=UTC touch -t "$moment" "$folder/bootstrap"
  (cd "$folder" && TZ=UTC zip -q -X -9 "$out/instance-scheduler-$2.zip" bootstrap)
}

# usage: cli RUNTIME ARCHITECTURE
cli() {
  compile Cli "$1"
  install -m 755 "$work/Cli-$1/scheduler-cli" "$out/scheduler-cli-linux-$2"
}

# usage: template FILE    the version in Description, label and mapping; where the code is in the defaults
template() {
  sed -e "s|version ${template_version//./\\.}|version $version|; s|\"Version\": \"${template_version//./\\.}\"|\"Version\": \"$version\"|" \
    -e "/^  \"CodeBucket\": {/,/^  }/ s|\"Default\": \"\"|\"Default\": \"$bucket\"|" \
    -e "/^  \"CodeKeyPrefix\": {/,/^  }/ s|\"Default\": \"[^\"]*\"|\"Default\": \"${prefix:-instance-scheduler}\"|" \
    "cloudformation/$1" >"$out/$1"
  grep -q "version $version" "$out/$1" || { say "package.sh: $1 has not version $template_version, as Directory.Build.props has"; return 1; }
  [ "$(stat -c %s "$out/$1")" -lt 51200 ] || { say "package.sh: $1 is larger than CloudFormation takes inline"; return 1; }
}

# usage: materials PROJECT NAME    what the binaries are made of; without the moment at which it was looked up
materials() {
  dotnet restore "src/InstanceScheduler.$1" -v quiet >&2
  dotnet tool run dotnet-CycloneDX "src/InstanceScheduler.$1/InstanceScheduler.$1.csproj" --no-serial-number --disable-package-restore \
    --runtime linux-x64 --exclude-dev --output-format Json --set-version "$version" --output "$work" --filename "$2" >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
  sed '/^    "timestamp": /d' "$work/$2" >"$out/$2"
}

function_zip linux-x64 x86_64
if [ -z "$only" ]; then
  cli linux-x64 x86_64
  if command -v aarch64-linux-gnu-gcc >/dev/null && [ -e /usr/lib/aarch64-linux-gnu/libz.a ]; then
    function_zip linux-arm64 arm64
    cli linux-arm64 arm64
  else
    say "no cross compiler for arm64 here: nothing is made for it"
  fi
  template instance-scheduler-cn.template
  template instance-scheduler-remote-cn.template
  dotnet tool restore >/dev/null
  materials Lambda function.cdx.json
  materials Cli scheduler-cli.cdx.json
fi
(cd "$out" && sha256sum -- * >"$work/sums" && mv "$work/sums" SHA256SUMS && ls -l >&2 && cat SHA256SUMS)
mkdir -p "$(dirname "$target")"
rm -rf "$target"
mv "$out" "$target"
