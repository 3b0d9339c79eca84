# bash completion for zsup. zsup itself is asked what could stand at the cursor: it is given the
# line as it was typed, and answers with words that are quoted already.
_zsup() {
  local answer=()
  mapfile -t answer < <("${1/#\~/"$HOME"}" __complete bash "$COMP_WORDBREAKS" \
    "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  COMPREPLY=("${answer[@]:1}")
  case ${answer[0]-} in
    files) compopt -o default 2>/dev/null ;;
    folders) compopt -o dirnames 2>/dev/null ;;
    unfinished) compopt -o nospace 2>/dev/null ;;
  esac
}
complete -F _zsup zsup
